import { createChance, seedOf, type Chance } from '@/e2e/world/chance';
import type { Prices } from '@/e2e/world/market/prices';
import { factTexts, marketFactsAt } from './facts';
import { escapeText } from './html';
import type { Item, Picture } from './item';
import { itemPath } from './item';
import type { Words } from './kinds/kind';
import type { Language, Outlet } from './outlets';
import { phrase } from './phrase';
import type { ThemeWords } from './themes/theme-words';
import { THEME_WORDS } from './themes/themes';
import type { WorldEvent } from './timeline';
import { toTitleCase } from './title-case';
import { voiceOf } from './voices/voices';

const INLINE_PICTURE_SHARE = 0.3;
const LIST_SHARE = 0.55;
/** Who speaks is a role, never a person. */
const QUOTED: Readonly<Record<Language, readonly string[]>> = {
  en: [
    '“{quote},” a spokesperson said.',
    '“{quote},” one of those involved said.',
    '“{quote},” an analyst wrote to clients.',
    '“{quote}.” That is how a developer put it.',
    '“{quote},” a trader said.',
  ],
  de: [
    '„{quote}“, so eine Sprecherin.',
    '„{quote}“, sagt ein Händler.',
    '„{quote}“, heißt es aus dem Umfeld.',
  ],
  zh: ['“{quote}。”一位发言人表示。', '一位交易员说：“{quote}。”', '“{quote}。”知情人士称。'],
  ja: ['「{quote}」と広報担当者は話した。', '関係者は「{quote}」とみる。'],
  ar: ['«{quote}»، بحسب متحدث رسمي.', 'وقال أحد المتعاملين: «{quote}».'],
};

/** One outlet's telling of an event. `order` is its place among those who tell it: none uses another's words. */
export interface Telling {
  readonly event: WorldEvent;
  readonly outlet: Outlet;
  readonly order: number;
  readonly publishedAt: number;
  readonly origin: string;
}

/** Whether an outlet has words for this kind of event. */
export function hasWords(outlet: Outlet, event: WorldEvent): boolean {
  const voice = voiceOf(outlet);
  return voice === undefined || event.kind.id in voice.kinds;
}

export function composeItem(telling: Telling, prices: Prices): Item {
  const { event, outlet, publishedAt } = telling;
  const market = event.token && marketFactsAt(prices, event.token.id, event.at);
  const chance = createChance(seedOf(event.seed, outlet.slug));
  const words = wordsFor(outlet, event, (market?.change ?? 0) < 0);
  const factText = factTexts(event, outlet.language, market);
  const say = (text: string) => phrase(text, chance, factText);
  const offset = createChance(seedOf(event.seed, 'offset')).int(0, 1_000) + telling.order;
  const heard = say(rotate(words.titles, offset));
  const title = outlet.style.titleCase ? toTitleCase(heard) : heard;
  const dek = say(rotate(words.deks, offset));
  const theme = voiceOf(outlet)?.theme ?? THEME_WORDS[event.kind.theme];
  return {
    guid: `${outlet.slug}-${event.id}`,
    path: itemPath(outlet, title, event.id),
    outlet,
    title,
    dek,
    html: bodyHtml({ telling, words, theme, dek, offset, chance, say }),
    categories: event.kind.categories,
    picture: outlet.feed.picture === 'none' ? undefined : pictureFor(telling, ''),
    theme: event.kind.theme,
    publishedAt,
    updatedAt: publishedAt,
    firstShownAt: publishedAt,
    isUndated: false,
    repostOf: undefined,
  };
}

function wordsFor(outlet: Outlet, event: WorldEvent, hasFallen: boolean): Words {
  const voice = voiceOf(outlet);
  if (voice === undefined) return (hasFallen ? event.kind.whenDown : undefined) ?? event.kind;
  const words = (hasFallen ? voice.whenDown?.[event.kind.id] : undefined) ?? voice.kinds[event.kind.id];
  if (words === undefined) throw new Error(`${outlet.slug} has no words for ${event.kind.id}.`);
  return words;
}

function pictureFor({ event, outlet }: Telling, suffix: string): Picture {
  const { pictureType } = outlet.feed;
  const name = `${event.kind.theme}-${seedOf(event.seed, outlet.slug, suffix).toString(36)}`;
  return {
    path: `/outlets/${outlet.slug}/pictures/${name}.${pictureType === 'jpeg' ? 'jpg' : pictureType}`,
    type: `image/${pictureType}`,
    alt: `Illustration: ${event.kind.categories[0] ?? event.kind.theme}`,
  };
}

function bodyHtml(parts: BodyParts): string {
  const { telling, words, theme, chance, offset } = parts;
  const { style } = telling.outlet;
  const facts = chance.shuffle(words.facts).slice(0, chance.int(...style.facts));
  const [firstHeading, secondHeading] = [rotate(theme.headings, offset), rotate(theme.headings, offset + 1)];
  const blocks = [
    ...(style.repeatsDek ? [paragraph(parts.dek)] : []),
    ...facts.map((fact) => paragraph(parts.say(fact))),
    ...(style.inlinePictures && chance.isLikely(INLINE_PICTURE_SHARE) ? [inlinePicture(parts)] : []),
    heading(parts, firstHeading),
    paragraph(parts.say(rotate(theme.contexts, offset))),
    ...(style.quotes && theme.quotes.length > 0 ? [quotation(parts, rotate(theme.quotes, offset))] : []),
    ...(chance.isLikely(LIST_SHARE) && style.lists ? [bulletList(theme, parts)] : []),
    heading(parts, secondHeading),
    paragraph(parts.say(rotate(theme.outlooks, offset))),
    moreLink(telling),
  ];
  return blocks.join('\n');
}

function paragraph(text: string): string {
  return `<p>${escapeText(text)}</p>`;
}

function heading({ telling, say }: BodyParts, text: string): string {
  const { heading: tag } = telling.outlet.style;
  return `<${tag}>${escapeText(say(text))}</${tag}>`;
}

function quotation({ telling, chance, say }: BodyParts, quote: string): string {
  const frame = chance.pick(QUOTED[telling.outlet.language]);
  return `<blockquote>${paragraph(frame.replace('{quote}', say(quote)))}</blockquote>`;
}

function bulletList(theme: ThemeWords, { chance, say }: BodyParts): string {
  const points = chance.shuffle(theme.points).slice(0, 3);
  return `<ul>\n${points.map((point) => `<li>${escapeText(say(point))}</li>`).join('\n')}\n</ul>`;
}

function inlinePicture({ telling }: BodyParts): string {
  const { path, alt } = pictureFor(telling, 'inline');
  return `<figure><img src="${telling.origin}${path}" alt="${alt}" width="960" height="540"><figcaption>${alt}</figcaption></figure>`;
}

function moreLink({ event, outlet, origin }: Telling): string {
  const address = `${origin}/outlets/${outlet.slug}/?theme=${event.kind.theme}`;
  const [category = ''] = event.kind.categories;
  const text =
    outlet.language === 'en' ? `More on ${category} at ${outlet.name}` : `${outlet.name}: ${category}`;
  return `<p><a href="${address}">${escapeText(text)}</a></p>`;
}

function rotate(words: readonly string[], offset: number): string {
  return words[offset % Math.max(1, words.length)] ?? '';
}

interface BodyParts {
  readonly telling: Telling;
  readonly words: Words;
  readonly theme: ThemeWords;
  readonly dek: string;
  readonly offset: number;
  readonly chance: Chance;
  readonly say: (text: string) => string;
}
