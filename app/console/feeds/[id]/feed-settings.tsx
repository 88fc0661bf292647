import { FeedSettingsForm } from '@/app/_client/console/feed-settings-form';
import { SourceFactsForm } from '@/app/_client/console/source-facts-form';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { readFeedSettings } from '@/db/queries/feed-settings';
import { formatDuration, SECOND_MS } from '@/lib/core/time';
import { countWords } from '@/lib/model/feed-words';
import { toFeedSettingsDraft } from '@/lib/model/feed-settings';
import type { FeedId } from '@/lib/model/ids';
import { saveFeedSettingsAction, saveSourceAction } from './settings-actions';

/** What an operator decides for this feed, and what is said of its source. */
export async function FeedSettings({ id }: { id: FeedId }) {
  const row = await readFeedSettings(id);
  if (!row) return null;
  const { settings, intervalSeconds, source, deskKeepDays } = row;
  const isLearnt = settings.fixedIntervalSeconds === undefined;
  const usual = isLearnt
    ? `now every ${formatDuration(intervalSeconds * SECOND_MS)}`
    : 'and as its site allows';
  const rule = deskKeepDays === undefined ? 'for ever' : `for ${countWords(deskKeepDays, 'day')}`;
  return (
    <div className="mt-6 grid gap-x-8 gap-y-6 two:grid-cols-[minmax(0,1fr)_22rem]">
      <section aria-labelledby="settings" className="min-w-0">
        <ColumnHeading id="settings" title="Settings" aside="for this feed alone" />
        <FeedSettingsForm
          action={saveFeedSettingsAction.bind(null, id)}
          values={toFeedSettingsDraft(settings, intervalSeconds)}
          usual={usual}
          rule={rule}
        />
      </section>
      <section aria-labelledby="source-facts" className="min-w-0">
        <ColumnHeading id="source-facts" title="Source" aside="for all feeds of this source" />
        <SourceFactsForm
          action={saveSourceAction.bind(null, source.id)}
          values={{ ...source, country: source.country ?? '' }}
        />
      </section>
    </div>
  );
}
