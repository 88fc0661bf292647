import type { PageTime } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import { readFeedRhythm } from '@/db/queries/feed-rhythm';
import type { FeedId } from '@/lib/model/ids';
import { toHourRates } from '@/lib/model/rhythm';
import { peakWords } from '@/lib/model/rhythm-words';
import { RhythmGrid } from './rhythm-grid';

/** When the feed publishes, as its articles have taught. */
export async function FeedRhythm({ id, time }: { id: FeedId; time: PageTime }) {
  const rhythm = await readFeedRhythm(id);
  if (!rhythm) {
    return (
      <section aria-labelledby="rhythm" className="min-w-0">
        <ColumnHeading id="rhythm" title="Rhythm" />
        <Note>Nothing has come from it yet to learn from.</Note>
      </section>
    );
  }
  const rates = toHourRates(rhythm, time.now);
  const words = peakWords(rates);
  return (
    <section aria-labelledby="rhythm" className="min-w-0">
      <ColumnHeading id="rhythm" title="Rhythm" aside="articles by hour of the week, UTC" />
      <RhythmGrid rates={rates} label={`Articles by hour of the week, UTC: ${words}.`} />
      <p className="mt-1 text-12 text-pretty text-muted">
        {words.slice(0, 1).toUpperCase() + words.slice(1)}.
      </p>
    </section>
  );
}
