import { DAY_MS, formatDuration, HOUR_MS } from '@/lib/core/time';
import type { FeedFinding, FindingKind } from '@/lib/model/feed-finding';
import { countWords } from '@/lib/model/feed-words';
import { expectedArticles, findNewLanguage, judgeSilence, toHourRates } from '@/lib/model/rhythm';
import { ANSWERS_TO_BELIEVE, judgeMove } from './judge-move';
import { countUsable, endOf, itemsOf, type LearntPoll } from './poll';

/** A silence less likely than this is told… */
const MAX_SILENCE_CHANCE = 0.001;
/** …unless it is a short one: even a busy desk has a lunch break. */
const MIN_SILENCE_MS = 3 * HOUR_MS;
const MIN_ITEMS_TO_SHRINK = 6;
/** A feed that stays small so long is a small feed. */
const SHRUNKEN_IS_NEW_NORM_AFTER_MS = 3 * DAY_MS;
const MIN_FLOOD = 20;
const FLOOD_FACTOR = 5;
const MIN_DATED_TO_COMPARE = 5;
const MIN_NEW_IDS = 5;
const MIN_FUTURE = 3;
const MIN_FUTURE_SHARE = 0.5;
/** What happens once is told so long after it was last seen. */
const TOLD_FOR_MS: Readonly<Partial<Record<FindingKind, number>>> = {
  flood: DAY_MS,
  'new-ids': DAY_MS,
  moved: 7 * DAY_MS,
};

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** A sentence where it is so, `false` where it is not, `undefined` where this poll cannot tell. */
type Verdict = string | false | undefined;

/** What is odd about a feed after this poll: what was found before stays, with its beginning, until it is over. */
export function judgeFindings(poll: LearntPoll): readonly FeedFinding[] {
  return FINDERS.flatMap(([kind, find]) => {
    const before = poll.feed.findings.find((finding) => finding.kind === kind);
    const verdict = find(poll, before);
    const seen = poll.now.toISOString();
    if (verdict) return { kind, words: verdict, since: before?.since ?? seen, seen };
    const isOver = verdict === false || !before || hasPassed(before, poll.now);
    return isOver ? [] : before;
  });
}

function hasPassed({ kind, seen }: FeedFinding, now: Date): boolean {
  const toldForMs = TOLD_FOR_MS[kind];
  return toldForMs !== undefined && now.getTime() - Date.parse(seen) > toldForMs;
}

function findGone(poll: LearntPoll): Verdict {
  return endOf(poll) === 'gone' && 'Its site has said that it is gone for good (410).';
}

function findEmpty(poll: LearntPoll): Verdict {
  const before = poll.feed.document?.items ?? 0;
  if (endOf(poll) === 'unchanged') return false;
  if (!isWhole(poll)) return undefined;
  if (countUsable(poll) > 0 || before === 0) return false;
  const held = itemsOf(poll).length;
  const what = held === 0 ? 'no item at all' : `${countWords(held, 'item')}, none of which can be used`;
  return `The feed answers with ${what}, where it had ${before}. What we have stays.`;
}

function findShrunken(poll: LearntPoll, before: FeedFinding | undefined): Verdict {
  const usual = poll.feed.document?.items ?? 0;
  const items = countUsable(poll);
  if (endOf(poll) === 'unchanged') return false;
  if (!isWhole(poll) || items === 0) return undefined;
  if (usual < MIN_ITEMS_TO_SHRINK || items * 2 >= usual || isNewNorm(before, poll.now)) return false;
  return `It holds ${countWords(items, 'item')}, where it had ${usual}. What we have stays; if that lasts three days, it is its new size.`;
}

/** A hub may send the new items alone. */
function isWhole(poll: LearntPoll): boolean {
  return endOf(poll) === 'read' && poll.trigger !== 'push';
}

function isNewNorm(before: FeedFinding | undefined, now: Date): boolean {
  return before !== undefined && now.getTime() - Date.parse(before.since) > SHRUNKEN_IS_NEW_NORM_AFTER_MS;
}

function findFlood(poll: LearntPoll): Verdict {
  const { feed, now, intake } = poll;
  if (endOf(poll) !== 'read' || !feed.document || intake.stored < MIN_FLOOD) return undefined;
  const expected = feed.rhythm
    ? expectedArticles(toHourRates(feed.rhythm, now), feed.document.readAt, now)
    : 0;
  if (intake.stored < FLOOD_FACTOR * (expected + 1)) return undefined;
  const usual = Math.round(expected);
  return `${intake.stored} new articles came at once, where ${usual === 0 ? 'hardly one was' : `about ${usual} were`} to be expected.`;
}

function findSameDates(poll: LearntPoll): Verdict {
  const claims = articlesOf(poll).flatMap(({ claimedAt, claimClamped }) =>
    claimedAt && !claimClamped ? claimedAt.getTime() : [],
  );
  if (claims.length < MIN_DATED_TO_COMPARE || claims.length * 2 < countUsable(poll)) return undefined;
  if (new Set(claims).size > 1) return false;
  return `All ${claims.length} items claim the same moment: its dates tell when the feed was written, not the articles.`;
}

function findFutureDates(poll: LearntPoll): Verdict {
  const articles = articlesOf(poll);
  const future = articles.filter((article) => article.claimClamped).length;
  if (articles.length === 0) return undefined;
  if (future < articles.length * MIN_FUTURE_SHARE) return false;
  // A clock that runs a few seconds ahead is no finding.
  if (future < MIN_FUTURE) return undefined;
  return `${future} of ${countWords(articles.length, 'article')} just read claim to come from the future: set back to first sight.`;
}

function findNewIds(poll: LearntPoll): Verdict {
  const { reidentified } = poll.intake;
  if (endOf(poll) !== 'read') return undefined;
  if (reidentified < MIN_NEW_IDS || reidentified * 2 < countUsable(poll)) return undefined;
  return `${reidentified} articles we have came under new ids; they are known by their addresses and not stored twice.`;
}

function findLanguage(poll: LearntPoll): Verdict {
  if (poll.intake.stored === 0 || !poll.rhythm) return undefined;
  const change = findNewLanguage(poll.rhythm);
  if (!change) return false;
  return `Its latest articles are in ${languageName(change.now)}, where it used to write ${languageName(change.before)}.`;
}

function findMoved(poll: LearntPoll): Verdict {
  const { movedTo, movedSeen, isMoveAdopted } = judgeMove(poll);
  if (movedTo === undefined) return poll.feed.movedTo === undefined ? undefined : false;
  if (isMoveAdopted) return `It has moved for good from ${poll.feed.url} to ${movedTo} and is asked there.`;
  return `Its site says that it has moved for good to ${movedTo} (${movedSeen} of ${ANSWERS_TO_BELIEVE} answers needed to follow it).`;
}

function findSilence({ rhythm, now, ...poll }: LearntPoll): Verdict {
  const end = endOf(poll);
  if (end !== 'read' && end !== 'unchanged') return undefined;
  const silence = rhythm && judgeSilence(rhythm, now);
  if (!silence) return false;
  const lengthMs = now.getTime() - silence.since.getTime();
  if (silence.chance > MAX_SILENCE_CHANCE || lengthMs < MIN_SILENCE_MS) return false;
  return `No new article for ${formatDuration(lengthMs)}, where about ${Math.round(silence.expected)} were to be expected: by its rhythm, that happens less than once in ${oneIn(silence.chance)} times.`;
}

/** 1,000 or 10,000: nobody believes more. */
function oneIn(chance: number): string {
  return chance < 0.0001 ? '10,000' : '1,000';
}

function languageName(code: string): string {
  return LANGUAGES.of(code) ?? code;
}

function articlesOf(poll: LearntPoll) {
  return itemsOf(poll).flatMap((item) => (item.kind === 'article' ? item.article : []));
}

const FINDERS: readonly (readonly [
  FindingKind,
  (poll: LearntPoll, before: FeedFinding | undefined) => Verdict,
])[] = [
  ['gone', findGone],
  ['empty', findEmpty],
  ['silent', findSilence],
  ['shrunken', findShrunken],
  ['flood', findFlood],
  ['new-ids', findNewIds],
  ['same-dates', findSameDates],
  ['future-dates', findFutureDates],
  ['language', findLanguage],
  ['moved', findMoved],
];
