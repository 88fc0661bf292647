import { ActButton } from '@/app/_client/console/act-button';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import type { OpmlImport } from '@/db/queries/opml-imports';
import { formatClock, zoneNameAt } from '@/lib/core/format-time';
import { countWords } from '@/lib/model/feed-words';
import { FIRST_POLLS_APART_MS } from '@/lib/model/opml-import';
import { importWords } from '@/lib/model/opml-words';

interface ImportHeaderProps {
  readonly list: OpmlImport;
  /** Of the feeds it added: those in the catalogue, and those removed since. */
  readonly imported: { readonly present: number; readonly removed: number };
  readonly time: PageTime;
}

/** How far the import has come, and what may be done about it. */
export function ImportHeader({ list, imported, time }: ImportHeaderProps) {
  const isRunning = list.state === 'running';
  return (
    <header>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-20 leading-row tracking-tight break-words">{list.fileName}</h1>
          <p className="mt-0.5 text-12 text-muted">
            {list.title !== undefined && <bdi>{list.title} · </bdi>}
            imported <When at={list.createdAt} time={time} />
          </p>
        </div>
        <ImportButtons list={list} imported={imported} />
      </div>
      <div className="mt-4 text-13" role="status">
        <p>
          {importWords(list)}
          {imported.removed > 0 && ` Removed since: ${countWords(imported.removed, 'feed')}.`}
        </p>
        <FirstPolls list={list} time={time} />
      </div>
      {isRunning && (
        <>
          <progress
            max={list.lines}
            value={list.lines - list.counts.pending}
            aria-label="Lines done"
            className="mt-2 block h-1.5 w-full max-w-[72ch]"
          />
          <noscript>
            <p className="mt-2 text-12 text-muted">Load the page again to see how far it is.</p>
          </noscript>
        </>
      )}
    </header>
  );
}

/** What may be done in the state it is in. */
function ImportButtons({ list, imported }: Omit<ImportHeaderProps, 'time'>) {
  const isRunning = list.state === 'running';
  return (
    <div className="flex flex-wrap gap-1.5">
      {isRunning && <ActButton value={`cancel:${list.id}`} label="Cancel" pendingLabel="Cancelling…" />}
      {list.state === 'cancelled' && list.counts.cancelled > 0 && (
        <ActButton
          value={`continue:${list.id}`}
          label={`Go on with the ${countWords(list.counts.cancelled, 'line')} left`}
          pendingLabel="Going on…"
        />
      )}
      {!isRunning && imported.present > 0 && (
        <ActButton
          value={`remove:${list.id}`}
          label={`Remove the ${countWords(imported.present, 'feed')} it added`}
          pendingLabel="Removing…"
        />
      )}
      {!isRunning && imported.removed > 0 && (
        <ActButton
          value={`restore:${list.id}`}
          label={`Put back the ${countWords(imported.removed, 'feed')} removed since`}
          pendingLabel="Putting back…"
        />
      )}
    </div>
  );
}

/** A list of hundreds is asked bit by bit; till then its feeds say that nobody has asked them. */
function FirstPolls({ list, time }: { list: OpmlImport; time: PageTime }) {
  const last = new Date(list.createdAt.getTime() + list.counts.added * FIRST_POLLS_APART_MS);
  if (last <= time.now) return null;
  return (
    <p className="mt-0.5 text-12 text-muted">
      The new feeds are asked one a second, the last of them at {formatClock(last, time.zone)}{' '}
      {zoneNameAt(last, time.zone)}.
    </p>
  );
}
