import type { ReactNode } from 'react';

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What belongs to this choice alone. */
  readonly children?: ReactNode;
}

/** One of several: a radio button with its words, and what it asks for further. */
export function Choice({ name, value, isChosen, label, hint, children }: ChoiceProps) {
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 pointer-coarse:min-h-11">
      <label className="flex items-center gap-2 text-13 pointer-coarse:min-h-11">
        <input
          type="radio"
          name={name}
          value={value}
          defaultChecked={isChosen}
          className="size-4 accent-text"
        />
        {label}
      </label>
      {children}
      {hint !== undefined && <span className="text-12 text-muted">{hint}</span>}
    </div>
  );
}

/** Several choices of which one holds. */
export function Choices({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 text-12 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
