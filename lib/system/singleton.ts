/**
 * One value per process, however many module graphs load this file:
 * the server, route handlers and pages each have their own copy of every module.
 */
export function singleton<T>(name: string, create: () => T): T {
  const key = Symbol.for(`tapewire.${name}`);
  const holder = globalThis as { [key: symbol]: T | undefined };
  return (holder[key] ??= create());
}
