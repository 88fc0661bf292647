import type { SourceKind } from '@/lib/model/feed';
import { isKnownHouse, wireCalled } from './known-houses';

/** A line near the beginning or the end of a text, where credits stand. */
export interface EdgeLine {
  readonly place: 'opening' | 'closing';
  readonly text: string;
  /** Addresses it links to. */
  readonly urls: readonly string[];
}

/** Whose words a text says it carries. */
export interface Byline {
  readonly name: string;
  /** The line's links. */
  readonly urls: readonly string[];
  readonly sentence: string;
}

const MAX_CREDIT_CHARS = 240;
const WORD = String.raw`[\p{Lu}\p{Lo}\d][\p{L}\p{M}\p{N}&.'’+-]*`;
const NAME = String.raw`(${WORD}(?:\s(?:of|the|and|&|${WORD})){0,4}?)`;
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?`;
const DATE = String.raw`(?:${MONTH}\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s${MONTH})(?:,?\s\d{4})?`;
const CJK_DATE = String.raw`(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日`;

/**
 * The dateline of a wire, in its own voice and its machine translations. "据 X 报道" and "According to X" open
 * with other words: they cite.
 */
const DATELINES: readonly RegExp[] = [
  new RegExp(String.raw`^${NAME}\sreported,?\son\s${DATE}(?:\sthat\b|,|\s\()`, 'u'),
  new RegExp(String.raw`^${NAME}\s(?:reported|reports|learned)\s(?:that,?\s)?on\s${DATE},`, 'u'),
  new RegExp(String.raw`^${NAME},?\s(?:news\s)?(?:on\s)?${DATE}(?:\snews)?\s?[,:—–-]`, 'u'),
  new RegExp(String.raw`^${NAME}\s[Nn]ews,\s(?:on\s)?${DATE}\s?[,:—–-]`, 'u'),
  new RegExp(String.raw`^(?!据|根据|據|根據|来自)([\p{Script=Han}A-Za-z0-9 ]{2,24}?)\s?(?:${CJK_DATE})\s?(?:消息|讯|訊|报道|報導)`, 'u'),
  new RegExp(String.raw`^(?!据|根据|據|根據|来自)([\p{Script=Han}A-Za-z0-9 ]{2,24}?)\s?(?:消息|讯|訊|快讯|获悉|报道|報導)\s?[，,：:\d]`, 'u'),
]; // prettier-ignore
/** A wire's dateline without a day; in a newsroom's own text the same words may cite. */
const UNDATED_DATELINE = new RegExp(String.raw`^${NAME}\s(?:reported|reports)\s(?:that\b|,)`, 'u');

/** What says outright that a text was somebody else's first. */
const REPUBLISHED: readonly RegExp[] = [
  new RegExp(String.raw`(?:^|[.!?]\s)(?:(?:This|The)\s(?:article|story|post|piece|report|content)\s(?:was|is|has been|has)\s)?(?:[Oo]riginally|[Ff]irst)\s(?:published|posted|appeared|reported)\s(?:on|by|at|in)\s(?:the\s)?${NAME}(?=[.,(]|$|\s(?:and|under|with|here|on\s${DATE}))`, 'u'),
  new RegExp(String.raw`(?:^|[.!?]\s)(?:[Tt]his\s\w+\s(?:was|is)\s)?(?:[Rr]epublished|[Rr]eprinted|[Rr]eposted|[Ss]yndicated)\s(?:with permission\s)?from\s(?:the\s)?${NAME}(?=[.,(]|$|\s(?:with|under|and))`, 'u'),
  /^(?:本文)?(?:首发于|首發於|转载自|轉載自|转载于|转自|轉自)[:：\s]*([^\s，。,；;()（）]{2,30})/u,
  /^(?:نُشر|نشر|تم نشر)\s(?:هذا المقال\s|هذه المقالة\s)?(?:في الأصل|لأول مرة|أولاً|أولا)\s(?:على|في|من قبل)\s(?:موقع\s)?([^\s،.]{2,30}(?:\s[^\s،.]{2,30}){0,2})/u,
  new RegExp(String.raw`^(?:Dieser (?:Artikel|Beitrag) (?:wurde|ist) )?(?:zuerst|ursprünglich) (?:bei|auf|in|von) ${NAME} (?:veröffentlicht|erschienen)`, 'iu'),
  new RegExp(String.raw`^(?:Este art[íi]culo (?:fue|se) )?(?:publicado|public[óo]) (?:originalmente|por primera vez) (?:en|por) ${NAME}(?=[.,(]|$)`, 'iu'),
  new RegExp(String.raw`^(?:Cet article a été )?publié (?:à l['’]origine|initialement|en premier) (?:sur|par|dans) ${NAME}(?=[.,(]|$)`, 'iu'),
]; // prettier-ignore

/** A line that is nothing but a credit: "Source: ‹name›". */
const CREDIT =
  /^(?:Original\s)?(?:Source|Via|Credit|Quelle|Fuente|Fonte|Kaynak|Bron|Sumber|Nguồn|Источник|Первоисточник|Джерело|المصدر|منبع|来源|來源|文章来源|文章來源|原文来源|消息来源|出典|ソース|元記事|출처|원문)\s?[:：]\s*(.{2,80}?)[.。]?$/iu;

/** Named beneath charts, pictures and filings: what was looked at, not who wrote. */
const NO_PUBLISHERS =
  /trading\s?view|coin\s?market\s?cap|coin\s?gecko|glassnode|crypto\s?quant|santiment|defi\s?llama|dune|nansen|arkham|lookonchain|coin\s?glass|farside|soso\s?value|messari|kaiko|artemis|token\s?terminal|l2beat|growthepie|rwa\.xyz|into\s?the\s?block|alternative\.me|polymarket|kalshi|cme|etherscan|solscan|bscscan|mempool|shutterstock|getty|unsplash|pixabay|pexels|adobe|istock|depositphotos|midjourney|dall|chatgpt|photo|image|screenshot|flickr|wikimedia|truth\s?social|^(?:x|twitter|x\.com|telegram|reddit|youtube|medium|github|linkedin|bloomberg terminal|yahoo finance)$|\bsec\b|cftc|federal reserve|treasury|court|filing|ministry|department|government|commission|exchange|press release|company|pr\s?newswire|globe\s?newswire|business\s?wire|own|self|网络|網絡|互联网|网友|图片|官方|公告/iu;
/** Newsrooms of general news: nobody in this field is handed their text, everybody cites them. */
const CITED =
  /^(?:the\s)?(?:bloomberg|reuters|wsj|wall street journal|financial times|ft|cnbc|axios|politico|new york times|nyt|washington post|forbes|fortune|bbc|cnn|fox(?:\sbusiness)?|associated press|ap|afp|nikkei|yonhap|xinhua|caixin|semafor|information|guardian|economist|barron'?s|marketwatch|eleanor terrett|fox business)\b|^(?:彭博社?|路透社?|华尔街日报|金融时报|新华社|央视|财新|第一财经)/iu;
const NOT_A_NAME = new RegExp(
  String.raw`^(?:${MONTH}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\d{4}|\d+|He|She|It|They|This|The|We|A|An|I)(?:\s|$)`,
  'u',
);

/** Reads whose words a text says it carries; naming somebody as the source of a fact is not that. */
export function findByline(lines: readonly EdgeLine[], kind: SourceKind): Byline | undefined {
  const [first] = lines.filter((line) => line.place === 'opening');
  const dateline = first && readDateline(first, kind);
  if (dateline) return dateline;
  for (const line of lines) {
    if (line.text.length > MAX_CREDIT_CHARS) continue;
    const byline = readRepublished(line) ?? readCredit(line, kind);
    if (byline) return byline;
  }
  return undefined;
}

function readDateline({ text, urls }: EdgeLine, kind: SourceKind): Byline | undefined {
  const opening = text.slice(0, MAX_CREDIT_CHARS);
  const patterns = kind === 'aggregator' ? [...DATELINES, UNDATED_DATELINE] : DATELINES;
  for (const pattern of patterns) {
    const [sentence = '', written = ''] = pattern.exec(opening) ?? [];
    // Any desk may be copied by an aggregator; the words alone prove it only where they come with their day.
    const isAnyName = kind === 'aggregator' && pattern === DATELINES[0];
    const name = wireCalled(written) ?? (isAnyName ? copiedName(written) : undefined);
    if (name !== undefined) return { name, urls, sentence: `${sentence.trim()}…` };
  }
  return undefined;
}

function copiedName(written: string): string | undefined {
  const name = asName(written);
  return name !== undefined && CITED.test(name) ? undefined : name;
}

function readRepublished({ text, urls }: EdgeLine): Byline | undefined {
  for (const pattern of REPUBLISHED) {
    const match = pattern.exec(text);
    const name = match?.[1] === undefined ? undefined : asName(match[1]);
    if (name !== undefined) return { name, urls, sentence: text };
  }
  return undefined;
}

/** An aggregator's credit names its publisher; in a newsroom's text it does only where it names another newsroom. */
function readCredit({ text, urls }: EdgeLine, kind: SourceKind): Byline | undefined {
  if (kind === 'official') return undefined;
  const written = CREDIT.exec(text)?.[1]?.replace(/\s*\(?https?:\S+\)?$/i, '');
  const name = written === undefined ? undefined : asName(written);
  if (name === undefined || NO_PUBLISHERS.test(name) || /[，,;；]/.test(name)) return undefined;
  return kind === 'aggregator' || isKnownHouse(name) ? { name, urls, sentence: text } : undefined;
}

function asName(written: string): string | undefined {
  const name = written.trim().replace(/[.,:;“”"«»《》「」]+$|^[“"«《「]+/gu, '');
  if (name.length < 2 || name.split(' ').length > 6 || NOT_A_NAME.test(name)) return undefined;
  return name;
}
