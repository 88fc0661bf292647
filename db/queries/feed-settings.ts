import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds, sources } from '@/db/schema/feeds';
import { installation } from '@/db/schema/installation';
import type { Source } from '@/lib/model/feed';
import type { FeedSettings } from '@/lib/model/feed-settings';
import type { FeedId } from '@/lib/model/ids';

export interface FeedSettingsRow {
  readonly settings: FeedSettings;
  /** How often it is asked while it is well. */
  readonly intervalSeconds: number;
  readonly source: Source;
  /** The rule for all feeds; `undefined`: for ever. */
  readonly deskKeepDays: number | undefined;
}

/** What is decided for a feed of the catalogue, and the rule it would follow otherwise. */
export async function readFeedSettings(id: FeedId): Promise<FeedSettingsRow | undefined> {
  const [[row], [desk]] = await Promise.all([
    database()
      .select()
      .from(feeds)
      .innerJoin(sources, eq(sources.id, feeds.sourceId))
      .where(eq(feeds.id, id)),
    database().select({ keepArticlesDays: installation.keepArticlesDays }).from(installation),
  ]);
  if (!row) return undefined;
  const { feeds: feed, sources: source } = row;
  return {
    settings: {
      fixedIntervalSeconds: feed.fixedIntervalSeconds ?? undefined,
      fullText: feed.fullText,
      excerptChars: feed.excerptChars,
      keepDays: feed.keepDays ?? undefined,
    },
    intervalSeconds: feed.intervalSeconds,
    source: { ...source, country: source.country ?? undefined },
    deskKeepDays: desk?.keepArticlesDays ?? undefined,
  };
}
