import { useId, type ComponentProps, type ReactNode } from 'react';
import { Problem } from './field';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id' | 'className'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
}

/** Several lines of a form: what is asked, the answer, and what is wrong with it. */
export function TextArea({ label, hint, problem, ...input }: TextAreaProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-12 font-semibold">
        {label}
      </label>
      <textarea
        {...input}
        id={id}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={`${id}-words`}
        className="block w-full rounded-4 border border-faint bg-bg px-2.5 py-1.5 text-13 leading-article aria-invalid:border-2 aria-invalid:border-text pointer-coarse:text-15"
      />
      <p id={`${id}-words`} className="mt-1 text-12 leading-row text-pretty text-muted empty:hidden">
        {problem === undefined ? hint : <Problem>{problem}</Problem>}
      </p>
    </div>
  );
}
