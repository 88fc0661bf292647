/**
 * Small words to say what a value from the wire must look like: what zod does on the server, in a tenth of its weight.
 */
export type Guard<T> = (value: unknown) => value is T;
type Guards<T> = { readonly [Key in keyof T]: Guard<T[Key]> };

export const text: Guard<string> = (value) => typeof value === 'string';
export const flag: Guard<boolean> = (value) => typeof value === 'boolean';
export const number: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const integer: Guard<number> = (value): value is number => Number.isSafeInteger(value);
export const millis: Guard<number> = (value): value is number => integer(value) && value >= 0;
export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function oneOf<const T>(...allowed: readonly T[]): Guard<T> {
  return (value): value is T => (allowed as readonly unknown[]).includes(value);
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

export function tuple<T extends readonly unknown[]>(...guards: Guards<T>): Guard<T> {
  return (value): value is T =>
    Array.isArray(value) &&
    value.length === guards.length &&
    guards.every((guard: Guard<unknown>, index) => guard(value[index]));
}

export function object<T extends object>(guards: Guards<T>): Guard<T> {
  const fields = Object.entries<Guard<unknown>>(guards as Record<string, Guard<unknown>>);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    fields.every(([name, guard]) => guard((value as Record<string, unknown>)[name]));
}
