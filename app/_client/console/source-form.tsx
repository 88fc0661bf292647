import type { PreviewedFeed, SourceDraft } from '@/lib/model/feed-preview';
import { DeskLink } from '@/app/_ui/desk-link';
import { SourceFields } from './source-fields';
import { SubmitButton } from './submit-button';

interface SourceFormProps {
  readonly action: (form: FormData) => void;
  readonly preview: PreviewedFeed;
  readonly draft: SourceDraft;
  readonly problems: Readonly<Partial<Record<keyof SourceDraft, string>>>;
}

/** Who publishes the feed: a source the desk has, or a new one with its details to be corrected. */
export function SourceForm({ action, preview, draft, problems }: SourceFormProps) {
  const { existingSource, known } = preview;
  if (known && !known.removed) return <Known id={known.id} />;
  const isNew = !existingSource || Object.keys(problems).length > 0;
  return (
    <form action={action} className="group grid content-start gap-4" noValidate aria-labelledby="source">
      <h2 id="source" className="text-15">
        Who publishes it
      </h2>
      <input type="hidden" name="do" value="add" />
      <input type="hidden" name="url" value={preview.url} />
      {existingSource && (
        <fieldset className="grid gap-1 text-13">
          <legend className="sr-only">Source</legend>
          <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name="source"
              value={existingSource.id}
              defaultChecked={!isNew}
              className="size-4 accent-text"
            />
            {existingSource.name}, which the desk has already
          </label>
          <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name="source"
              value=""
              defaultChecked={isNew}
              className="size-4 accent-text"
            />
            A new source
          </label>
        </fieldset>
      )}
      <SourceFields draft={draft} problems={problems} isOptional={existingSource !== undefined} />
      <label className="flex min-h-8 items-start gap-2 text-13 leading-row pointer-coarse:min-h-11">
        <input type="checkbox" name="fullText" value="delivered" className="mt-0.5 size-4 accent-text" />
        <span>
          Show its articles whole
          <span className="block text-12 text-muted">
            As the feed delivers them. Of a source that speaks officially they are, of others an excerpt.
          </span>
        </span>
      </label>
      {known?.removed && (
        <p className="text-12 text-pretty text-muted">
          This address was taken out of the catalogue before; it comes back with its history.
        </p>
      )}
      <div>
        <SubmitButton label="Add to the catalogue" pendingLabel="Adding…" />
      </div>
    </form>
  );
}

function Known({ id }: { id: number }) {
  return (
    <p className="self-start border-s-2 border-faint ps-3 text-13 leading-article">
      This address is in the catalogue already.{' '}
      <DeskLink href={`/console/feeds/${id}`} className="underline">
        How it is doing
      </DeskLink>
    </p>
  );
}
