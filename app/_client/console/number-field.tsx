import { useId, type ComponentProps } from 'react';
import { Problem } from './field';

interface NumberFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> {
  /** What the number is, for those who hear it; the sentence around it tells the others. */
  readonly label: string;
  /** What it counts. */
  readonly unit?: string;
  readonly problem?: string | undefined;
}

/** A number within a sentence. */
export function NumberField({ label, unit, problem, ...input }: NumberFieldProps) {
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
      {unit !== undefined && <span className="text-13">{unit}</span>}
      {problem !== undefined && (
        <span id={`${id}-words`} role="alert" className="text-12">
          <Problem>{problem}</Problem>
        </span>
      )}
    </span>
  );
}
