import { FeedState } from '@/app/_desk/feed-state';
import { NextPoll } from '@/app/_desk/next-poll';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { DeskLink } from '@/app/_ui/desk-link';
import { FeedButtons } from '@/app/console/feeds/feed-buttons';
import type { FeedRow } from '@/db/queries/select-feed';
import { languageName } from '@/lib/core/code-names';
import { formatDuration, SECOND_MS } from '@/lib/core/time';
import { provenanceWords } from '@/lib/model/feed-words';
import { sourcePath } from '@/lib/model/paths';
import { SOURCE_KIND_WORDS } from '@/lib/model/source-words';
import { HubFact } from './hub-fact';

interface FeedHeaderProps {
  readonly feed: FeedRow;
  readonly time: PageTime;
  /** The operator has just added it, or meant to and it was there. */
  readonly added: boolean;
  readonly exists: boolean;
}

export function FeedHeader({ feed, time, added, exists }: FeedHeaderProps) {
  return (
    <header>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-20 leading-row tracking-tight">{feed.sourceName}</h1>
          <p className="mt-1 text-13 break-all">
            <a href={feed.url} rel="noopener noreferrer" className="underline">
              {feed.url}
            </a>
          </p>
          <p className="mt-0.5 text-12 text-muted">
            {SOURCE_KIND_WORDS[feed.kind]} · {languageName(feed.language)} ·{' '}
            <DeskLink href={sourcePath(feed.sourceId)} className="reach underline">
              its page on the desk
            </DeskLink>
            {!feed.removedAt && (
              <>
                {' · '}
                <a href="#settings" className="reach underline">
                  settings
                </a>
              </>
            )}
          </p>
        </div>
        <FeedButtons feed={feed} />
      </div>
      {added && (
        <p className="mt-3 text-13">
          Added. It is asked for the first time within a few seconds; what comes of it stands below.
        </p>
      )}
      {exists && (
        <p className="mt-3 text-13">This address was in the catalogue already, so nothing was changed.</p>
      )}
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 border-y border-line py-3 text-13 two:grid-cols-4">
        <Fact label="State" wide>
          {feed.removedAt ? (
            <>
              removed <When at={feed.removedAt} time={time} />
            </>
          ) : (
            <FeedState feed={feed} time={time} />
          )}
        </Fact>
        <Fact label="Asked next">
          <NextPoll feed={feed} time={time} />
        </Fact>
        <Fact label="Last answered well">
          <When at={feed.lastSuccessAt} time={time} />
        </Fact>
        <Fact label="Wait its site asks for">
          {feed.announcedIntervalSeconds === undefined
            ? 'none'
            : formatDuration(feed.announcedIntervalSeconds * SECOND_MS)}
        </Fact>
        <Fact label="Last new article">
          <When at={feed.lastNewArticleAt} time={time} />
        </Fact>
        <Fact label="Told of news by a hub (WebSub)" wide>
          <HubFact id={feed.id} time={time} />
        </Fact>
        <Fact label="How the address is known" wide>
          {provenanceWords(feed.provenance)}
          {feed.proven ? '; articles have come from it' : '; unproven: nothing has come from it yet'}
        </Fact>
      </dl>
    </header>
  );
}

function Fact({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div className={wide ? 'col-span-2' : ''}>
      <dt className="text-11 text-faint">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
