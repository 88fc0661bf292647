import { useId, type ComponentProps } from 'react';
import { Problem } from './field';

interface NumberFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> {
  /** What the number is, for those who hear it; the sentence around it tells the others. */
  readonly label: string;
  readonly problem?: string | undefined;
}

/** A number within a sentence. */
export function NumberField({ label, problem, ...input }: NumberFieldProps) {
  const id = useId();
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <input
        {...input}
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={9}
        aria-label={label}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : `${id}-words`}
        className="h-8 w-20 rounded-4 border border-faint bg-bg px-2 text-end text-13 tabular-nums aria-invalid:border-2 aria-invalid:border-text pointer-coarse:h-11 pointer-coarse:text-15"
      />
      {problem !== undefined && (
        <span id={`${id}-words`} role="alert" className="order-last text-12">
          <Problem>{problem}</Problem>
        </span>
      )}
    </span>
  );
}
