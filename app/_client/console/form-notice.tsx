import { SubmitButton } from './submit-button';

interface FormNoticeProps {
  readonly text: string;
  /** What was saved before, as the fields of a form: the way back. */
  readonly before?: Readonly<Record<string, string>> | undefined;
  readonly action: (form: FormData) => void;
}

/** That something was saved, with the way back. */
export function FormNotice({ text, before, action }: FormNoticeProps) {
  return (
    <form
      action={action}
      className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-4 border border-faint bg-surface px-3 py-2 text-13 leading-article"
    >
      <p className="min-w-0 text-pretty">{text}</p>
      {before !== undefined && (
        <>
          {Object.entries({ ...before, undo: 'yes' }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton label="Undo" pendingLabel="Undoing…" quiet />
        </>
      )}
    </form>
  );
}
