import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Facts } from '@/app/_ui/facts';
import { Note } from '@/app/_ui/note';
import type { FeedHealth, SourcePage } from '@/db/queries/source';
import { countryName, languageName } from '@/lib/core/code-names';
import { hideQueries } from '@/lib/core/url';
import { FEED_STATE_WORDS } from '@/lib/model/source-words';

/** What the desk knows of a source, and how each of its feeds is doing. */
export function SourceAside({ source, time }: { source: SourcePage; time: PageTime }) {
  return (
    <>
      <section aria-labelledby="facts" className="pb-5">
        <ColumnHeading id="facts" title="About" />
        <div className="pt-3">
          <Facts
            facts={[
              { label: 'Language', value: languageName(source.language) },
              ...(source.country === undefined
                ? []
                : [{ label: 'Country', value: countryName(source.country) }]),
              { label: 'Articles here', value: source.articleCount },
              { label: 'Reposts among them', value: source.repostCount },
              { label: 'Last article', value: <When at={source.lastArticleAt} time={time} /> },
            ]}
          />
        </div>
      </section>
      <section aria-labelledby="feeds" className="pb-5">
        <ColumnHeading id="feeds" title="Feeds" />
        {source.feeds.length === 0 && <Note>No feed of this source is in the catalogue any more.</Note>}
        {source.feeds.map((feed) => (
          <Feed key={feed.id} feed={feed} time={time} />
        ))}
      </section>
    </>
  );
}

function Feed({ feed, time }: { feed: FeedHealth; time: PageTime }) {
  return (
    <div className="border-b border-line py-3 last:border-b-0">
      <p className="mb-2 text-12 break-all">{hideQueries(feed.url)}</p>
      <Facts
        facts={[
          { label: 'State', value: FEED_STATE_WORDS[feed.state] },
          { label: 'Since', value: <When at={feed.since} time={time} /> },
          { label: 'Last asked', value: <When at={feed.lastFetchAt} time={time} /> },
          { label: 'Last answered well', value: <When at={feed.lastSuccessAt} time={time} /> },
        ]}
      />
      {feed.reason !== undefined && (
        <p className="mt-2 text-12 text-pretty text-muted">{hideQueries(feed.reason)}</p>
      )}
    </div>
  );
}
