import { readArticlesWithoutPage, type ArticleToFetch } from '@/db/queries/articles-without-page';
import { storePage, type PageRecord } from '@/db/writes/store-page';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { Clock } from '@/lib/system/clock';
import type { Http } from '@/lib/system/http';
import type { Logger } from '@/lib/system/log';
import type { NewsDesk } from './desk';
import { fetchPage } from './fetch/fetch-page';
import { createRobots, type Robots } from './fetch/robots';
import { attributeByCanonical } from './normalise/find-attribution';
import type { Reader } from './reader';

const LOOK_EVERY_MS = 5 * SECOND_MS;
/** What is older than this when its feed comes to be shown by its pages stays as it was delivered. */
const MAX_AGE_MS = 3 * DAY_MS;
const MAX_PAGES_AT_ONCE = 4;
/** Candidates looked at for so many places: one host may have all the newest. */
const CANDIDATES = 200;
/** Between two pages of one site. */
const SPACING_MS = 2 * SECOND_MS;
const REST_MS = 10 * MINUTE_MS;
const MAX_REST_MS = 6 * HOUR_MS;
const MAX_TRIES = 3;
const STOP_WITHIN_MS = 5 * SECOND_MS;

export interface FullText {
  /** Looks whether there is something to fetch, and fetches it; does nothing while another look is under way. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

export interface FullTextParts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly http: Pick<Http, 'get'>;
  readonly reader: Pick<Reader, 'readPage'>;
  readonly desk: Pick<NewsDesk, 'oneByOne' | 'reload'>;
}

/**
 * Fetches the pages of articles whose feed is shown by them: one page at a time of each site, each article once. A
 * site that asks us to wait is left alone so long; what failed for a reason that may pass is tried three times.
 */
export function startFullText(parts: FullTextParts): FullText {
  const round = createRound(parts);
  const look = () =>
    round
      .look()
      .catch((error: unknown) => parts.log.error({ err: error }, 'Articles to fetch could not be found'));
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await round.end();
    },
  };
}

/** The pages being fetched now, and which sites are to be left alone. */
function createRound(parts: FullTextParts): Round {
  const state: RoundState = { busy: new Map(), restingUntil: new Map(), tries: new Map() };
  const robots = createRobots(parts.http, parts.clock);
  const ending = new AbortController();
  let looking: Promise<readonly Promise<void>[]> | undefined;

  const lookOnce = async (): Promise<readonly Promise<void>[]> => {
    const free = MAX_PAGES_AT_ONCE - state.busy.size;
    if (free <= 0) return [];
    const since = new Date(parts.clock().getTime() - MAX_AGE_MS);
    const waiting = await readArticlesWithoutPage(since, CANDIDATES);
    if (ending.signal.aborted) return [];
    return chooseNext(waiting, state, { free, now: parts.clock() }).map((article) => {
      const host = hostOf(article);
      const work = takeOne(article, { ...parts, robots, state, signal: ending.signal });
      state.busy.set(host, work);
      return work.finally(() => state.busy.delete(host));
    });
  };
  return {
    look: async () => {
      if (ending.signal.aborted || looking) return;
      looking = lookOnce();
      const begun = await looking.finally(() => (looking = undefined));
      await Promise.all(begun);
    },
    end: async () => {
      ending.abort();
      await looking?.then(ignore, ignore);
      const patience = new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref());
      await Promise.race([Promise.all(state.busy.values()), patience]);
    },
  };
}

function ignore(): void {}

/** At most one of each site, and none of a site that rests. */
function chooseNext(
  waiting: readonly ArticleToFetch[],
  { busy, restingUntil }: RoundState,
  { free, now }: { readonly free: number; readonly now: Date },
): readonly ArticleToFetch[] {
  for (const [host, until] of restingUntil) if (until <= now.getTime()) restingUntil.delete(host);
  const chosen = new Map<string, ArticleToFetch>();
  for (const article of waiting) {
    const host = hostOf(article);
    if (chosen.size < free && !busy.has(host) && !restingUntil.has(host) && !chosen.has(host))
      chosen.set(host, article);
  }
  return [...chosen.values()];
}

async function takeOne(article: ArticleToFetch, work: Work): Promise<void> {
  const { state, clock, log, desk } = work;
  const host = hostOf(article);
  try {
    const outcome = await readOne(article, work);
    if (work.signal.aborted) return;
    const rest = outcome.kind === 'later' ? Math.min(MAX_REST_MS, outcome.waitMs ?? REST_MS) : SPACING_MS;
    state.restingUntil.set(host, clock().getTime() + rest);
    if (outcome.kind === 'later' && countTry(article, state) < MAX_TRIES) return;
    state.tries.delete(article.articleId);
    const record = outcome.kind === 'later' ? nothing(article, clock(), outcome.message) : outcome.record;
    // It may change the place of articles that others are just being compared with.
    await desk.oneByOne(async () => desk.reload(await storePage(record)));
    log.debug({ source: article.source.id, url: article.url }, 'Page of an article asked for');
  } catch (error) {
    state.restingUntil.set(host, clock().getTime() + REST_MS);
    log.error({ err: error, url: article.url }, 'A page was not taken in for a reason of our own');
  }
}

async function readOne(
  article: ArticleToFetch,
  { http, reader, robots, clock, signal }: Work,
): Promise<Outcome> {
  const fetched = await fetchPage(http, article.url, { robots, now: clock(), signal });
  if (fetched.kind === 'later') return fetched;
  if (fetched.kind === 'refused') return { kind: 'done', record: nothing(article, clock(), fetched.message) };
  const { bytes, contentType, url } = fetched;
  const page = await reader.readPage({ bytes, contentType, url, title: article.title, dek: article.dek });
  if (page.kind === 'no-article') return { kind: 'done', record: nothing(article, clock(), page.message) };
  const { bodyHtml, bodyText, canonicalUrl } = page;
  const attribution =
    canonicalUrl === undefined ? undefined : attributeByCanonical(canonicalUrl, article.source);
  const record = { ...nothing(article, clock(), undefined), bodyHtml, bodyText, canonicalUrl, attribution };
  return { kind: 'done', record };
}

function nothing({ articleId }: ArticleToFetch, fetchedAt: Date, message: string | undefined): PageRecord {
  return {
    articleId,
    fetchedAt,
    bodyHtml: undefined,
    bodyText: undefined,
    canonicalUrl: undefined,
    message,
    attribution: undefined,
  };
}

function countTry({ articleId }: ArticleToFetch, { tries }: RoundState): number {
  const count = (tries.get(articleId) ?? 0) + 1;
  tries.set(articleId, count);
  return count;
}

function hostOf({ url }: ArticleToFetch): string {
  return new URL(url).host;
}

interface Round {
  look(): Promise<void>;
  end(): Promise<void>;
}

interface RoundState {
  /** By host. */
  readonly busy: Map<string, Promise<void>>;
  /** By host, in ms. */
  readonly restingUntil: Map<string, number>;
  readonly tries: Map<ArticleToFetch['articleId'], number>;
}

interface Work extends FullTextParts {
  readonly robots: Robots;
  readonly state: RoundState;
  readonly signal: AbortSignal;
}

type Outcome =
  | { readonly kind: 'done'; readonly record: PageRecord }
  | { readonly kind: 'later'; readonly waitMs: number | undefined; readonly message: string };
