import type { LabName } from '@/e2e/world/lab/lab-feeds';
import { askDesk } from './desk-database';

/** How a desk sees one feed of the lab, in its own words. */
export interface LabReading {
  readonly name: LabName;
  readonly url: string;
  readonly state: string;
  readonly stateReason: string | null;
  /** The state's reason, what was found and what the log says, in one line. */
  readonly said: string;
  readonly pollReason: string;
  /** From the last answer to the next question. */
  readonly nextInSeconds: number;
  /** Articles whose wording changed. */
  readonly revised: number;
  /** Since the moment asked for. */
  readonly polls: number;
  readonly notModified: number;
  /** Of those, begun while the slow one's answer was awaited. */
  readonly pollsMeanwhile: number;
  /** Today's answers with the bytes we had. */
  readonly unchanged: number;
  readonly articles: number;
  readonly withdrawn: number;
  readonly headlineChanges: number;
}

const READ_LAB = `
  with log as (
    select feed_id, string_agg(message, ' ') as messages, coalesce(sum(revised_articles), 0) as revised
    from fetches group by feed_id
  ), slow as (
    select s.started_at, s.started_at + s.duration_ms * interval '1 ms' as ended_at
    from fetches s join feeds f on f.id = s.feed_id
    where f.source_id = 'lab-slow' and s.outcome = 'failed'
  ), since as (
    select feed_id, count(*) as polls, count(*) filter (where outcome = 'not-modified') as not_modified,
      count(*) filter (
        where exists (select 1 from slow where p.started_at between slow.started_at and slow.ended_at)
      ) as meanwhile
    from fetches p where started_at >= $1 group by feed_id
  ), held as (
    select source_id, count(*) as articles, count(withdrawn_at) as withdrawn from articles group by source_id
  ), retitled as (
    select a.source_id, count(*) as changes
    from headline_changes h join articles a on a.id = h.article_id group by a.source_id
  )
  select substr(f.source_id, 5) as "name", f.url, f.state, f.state_reason as "stateReason",
    concat_ws(' ', f.state_reason, f.findings::text, log.messages) as "said",
    coalesce(f.poll_reason, '') as "pollReason",
    extract(epoch from f.next_poll_at - f.last_fetch_at)::float as "nextInSeconds",
    coalesce(since.polls, 0)::int as "polls", coalesce(since.not_modified, 0)::int as "notModified",
    coalesce(log.revised, 0)::int as "revised", coalesce(since.meanwhile, 0)::int as "pollsMeanwhile",
    coalesce((select sum(unchanged) from feed_days d where d.feed_id = f.id), 0)::int as "unchanged",
    coalesce(held.articles, 0)::int as "articles", coalesce(held.withdrawn, 0)::int as "withdrawn",
    coalesce(retitled.changes, 0)::int as "headlineChanges"
  from feeds f
  left join log on log.feed_id = f.id
  left join since on since.feed_id = f.id
  left join held on held.source_id = f.source_id
  left join retitled on retitled.source_id = f.source_id
  where f.source_id like 'lab-%' order by f.id`;

/** All feeds of the lab at this moment, and how often each was asked since a moment. */
export async function readLab(dataDir: string, since: Date): Promise<readonly LabReading[]> {
  return askDesk(dataDir, async (client) => (await client.query<LabReading>(READ_LAB, [since])).rows);
}
