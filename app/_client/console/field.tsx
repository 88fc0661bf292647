import { useId, type ComponentProps, type ReactNode } from 'react';

interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with what was entered. */
  readonly problem?: string | undefined;
}

const INPUT_CLASSES =
  'h-9 w-full rounded-4 border border-faint bg-bg px-2.5 text-13 placeholder:text-faint aria-invalid:border-text aria-invalid:border-2 pointer-coarse:h-11 pointer-coarse:text-15';

/** One line of a form: what is asked, the answer, and what is wrong with it. */
export function Field({ label, hint, problem, ...input }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-12 font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={`${id}-words`}
        className={INPUT_CLASSES}
      />
      <p id={`${id}-words`} className="mt-1 text-12 leading-row text-pretty text-muted empty:hidden">
        {problem === undefined ? hint : <Problem>{problem}</Problem>}
      </p>
    </div>
  );
}

/** What went wrong, marked by more than its colour. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <span className="text-text">
      <span aria-hidden="true">▲ </span>
      {children}
    </span>
  );
}
