import type { ComparableArticle } from '@/lib/model/placement';
import { article } from '@/lib/news/cluster/test-articles';
import { EVENTS, TELLINGS, TRAPS } from './own-events';
import type { GoldArticle } from './read-gold';

const START_MS = Date.UTC(2026, 9, 5, 6);
const MINUTE_MS = 60_000;
const BETWEEN_EVENTS_MS = 25 * MINUTE_MS;
/** Events of one kind are told in the same words: they lie further apart than the window. */
const BETWEEN_ROUNDS_MS = 96 * 60 * MINUTE_MS;
const EVENTS_OF_A_KIND = 5;
const BETWEEN_TELLINGS_MS = 40 * MINUTE_MS;
const OUTLETS = [
  'the-wire',
  'harbour-post',
  'coin-gazette',
  'ledger-daily',
  'block-courier',
  'the-mint-times',
];

/** A labelled repost: a copy of another article of the set. */
export interface OwnRepost {
  readonly article: ComparableArticle;
  readonly of: ComparableArticle;
  readonly kind: RepostKind;
}

/** Articles of our own writing in the stories they tell, oldest first. */
export function ownGold(): readonly GoldArticle[] {
  const told = EVENTS.flatMap(({ kind, slots }, nth) =>
    TELLINGS[kind].map(([title, body], telling): GoldArticle => ({
      story: `${kind} ${nth}`,
      article: article(fill(title, slots), {
        body: fill(body, slots),
        source: OUTLETS[(nth + telling) % OUTLETS.length] ?? 'the-wire',
        claimedAt: new Date(beginOf(nth) + telling * BETWEEN_TELLINGS_MS),
      }),
    })),
  );
  const alone = TRAPS.map(({ title, ...traits }, nth): GoldArticle => ({
    story: `alone ${nth}`,
    article: article(title, { claimedAt: new Date(START_MS + nth * BETWEEN_EVENTS_MS), ...traits }),
  }));
  return [...told, ...alone].toSorted((a, b) => momentOf(a) - momentOf(b));
}

/** One of each kind in a round. */
function beginOf(event: number): number {
  const round = event % EVENTS_OF_A_KIND;
  return START_MS + round * BETWEEN_ROUNDS_MS + Math.floor(event / EVENTS_OF_A_KIND) * BETWEEN_EVENTS_MS;
}

/** Five copies of each of a hundred of them, as sites make them that republish. */
export function ownReposts(gold: readonly GoldArticle[]): readonly OwnRepost[] {
  const originals = gold.filter(({ article: { bodyText } }) => bodyText.length > 165).slice(0, 100);
  return originals.flatMap(({ article: of }, nth) =>
    REPOST_KINDS.map((kind, at) => {
      const { title, body } = COPIES[kind](of);
      const claimedAt = new Date(momentOf({ article: of }) + (7 + 90 * at) * MINUTE_MS);
      const source = `mirror-${at}-${nth % 4}`;
      return { kind, of, article: article(title, { body, source, claimedAt, sourceKind: 'aggregator' }) };
    }),
  );
}

const REPOST_KINDS = ['tail', 'cut', 'wrapped', 'edited', 'cut and retitled'] as const;
type RepostKind = (typeof REPOST_KINDS)[number];

const COPIES: Readonly<Record<RepostKind, (of: ComparableArticle) => { title: string; body: string }>> = {
  tail: ({ title, bodyText, sourceId }) => ({
    title,
    body: `${bodyText} The post ${title} appeared first on ${sourceId}.`,
  }),
  cut: ({ title, bodyText }) => ({ title, body: cut(bodyText) }),
  wrapped: ({ title, bodyText }) => ({
    title: `Breaking: ${title}`,
    body: `Mirror news desk ${title} ${bodyText} The texts on this site come from public platforms and are for information only.`,
  }),
  edited: ({ title, bodyText }) => ({
    title: title.split(' ').slice(0, -2).join(' '),
    body: `Here is a quick look at what happened. ${bodyText
      .replace(/\bsaid\b/g, 'noted')
      .replace(/\bhas\b/g, 'had')
      .replace(/\bwould\b/g, 'will')}`,
  }),
  'cut and retitled': ({ title, bodyText }) => ({
    title: `${title.split(' ').slice(0, 5).join(' ')}: what it means`,
    body: cut(bodyText),
  }),
};

function cut(text: string): string {
  return `${text.slice(0, Math.max(150, 0.7 * text.length)).replace(/\S*$/, '')}[…]`;
}

function fill(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '');
}

export function momentOf({ article: { claimedAt } }: Pick<GoldArticle, 'article'>): number {
  return claimedAt?.getTime() ?? 0;
}
