import { toLine } from './plain-text';

/** How publishing systems end what they syndicate: "The post ‹title› appeared first on ‹name›." and its translations. */
const APPEARED_FIRST: readonly RegExp[] = [
  /(?:^|\s)(?:The|This)\s(?:post|article|story|entry)\s(.{1,400}?)\s?(?:was\s)?(?:first\s(?:appeared|published|posted)|(?:appeared|published|posted)\sfirst|(?:was\s)?originally\s(?:appeared|published|posted))\s(?:on|in|at|by)\s(.{1,120}?)\.?\s*$/iu,
  /(?:^|\s)(?:La entrada|El post|El artículo)\s(.{1,400}?)\s(?:se publicó|apareció|fue publicado) primero en\s(.{1,120}?)\.?\s*$/iu,
  /(?:^|\s)(?:O post|A postagem|O artigo)\s(.{1,400}?)\s(?:apareceu|foi publicado) primeiro em\s(.{1,120}?)\.?\s*$/iu,
  /(?:^|\s)(?:Der Beitrag|Der Artikel)\s(.{1,400}?)\serschien zuerst auf\s(.{1,120}?)\.?\s*$/iu,
  /(?:^|\s)(?:L['’]article|Cet article)\s(.{1,400}?)\sest apparu en premier sur\s(.{1,120}?)\.?\s*$/iu,
  /(?:^|\s)(?:L['’]articolo|Il post)\s(.{1,400}?)\s(?:proviene da|è apparso per primo su)\s(.{1,120}?)\.?\s*$/iu,
  /(?:^|\s)(?:Сообщение|Запись)\s(.{1,400}?)\s(?:появились сначала на|впервые появилась на)\s(.{1,120}?)\.?\s*$/iu,
  /(?:^|\s)(?:Het bericht)\s(.{1,400}?)\sverscheen eerst op\s(.{1,120}?)\.?\s*$/iu,
];
/** A tail is looked for in the last characters only. */
const MAX_TAIL_CHARS = 700;

const INVITATION_WORDS =
  'continue reading|read more|keep reading|read the (?:full|rest|whole)|read full|view (?:original|full)|full (?:story|article) at|' +
  'lire la suite|lire plus|weiterlesen|mehr lesen|leer más|seguir leyendo|leia mais|continue lendo|leggi tutto|lees meer|devamını oku|' +
  'читать далее|читать полностью|阅读全文|閱讀全文|查看全文|阅读更多|閱讀更多|续读|続きを読む|もっと読む|全文を読む|더 보기|اقرأ المزيد|تابع القراءة';
/** An invitation follows a finished sentence, a cut or nothing: "they continue reading the market" is none. */
const MORE = new RegExp(
  String.raw`(?:\s*\[\s*(?:…|\.{3}|&hellip;)\s*\]|(?:^|(?<=[.!?…。！？\]"”’)])\s*)[([]?(?:${INVITATION_WORDS})[^.!?]{0,120}[)\]]?|\s*(?:→|»|›))\s*$`,
  'iu',
);
/** An invitation may name the title, whatever marks that has. */
const WHOLE_INVITATION = new RegExp(String.raw`^[([]?(?:${INVITATION_WORDS})(?:\b|(?<=\P{ASCII}))`, 'iu');
const MAX_INVITATION_CHARS = 160;

export interface AppearedFirst {
  /** The publisher as the tail names it. */
  readonly name: string;
  /** The sentence itself. */
  readonly sentence: string;
}

/** Reads the tail off a text's end: what stands before it, and what it says. */
export function splitTail(text: string): { readonly text: string; readonly tail: AppearedFirst | undefined } {
  const trimmed = text.trimEnd();
  const start = Math.max(0, trimmed.length - MAX_TAIL_CHARS);
  const end = trimmed.slice(start);
  for (const pattern of APPEARED_FIRST) {
    const match = pattern.exec(end);
    if (!match?.[2]) continue;
    const name = toLine(match[2]).replace(/^(?:the\s)?(?:site|website)\s/i, '');
    return {
      text: trimmed.slice(0, start + match.index).trimEnd(),
      tail: { name, sentence: match[0].trim().replace(/\s+\.$/, '.') },
    };
  }
  return { text: trimmed, tail: undefined };
}

/** Whether a line only leads on to the rest of its text. */
export function isInvitation(text: string): boolean {
  return (
    text.length <= MAX_INVITATION_CHARS &&
    (WHOLE_INVITATION.test(text) || /^\[\s*(?:…|\.{3})\s*\]$/.test(text))
  );
}

/** Without "[…]", "Read more" and their like; a text cut off in the middle ends in an ellipsis. */
export function trimInvitation(text: string): string {
  let trimmed = text.trimEnd();
  for (let round = 0; round < 3; round += 1) {
    const shorter = trimmed.replace(MORE, '').trimEnd();
    if (shorter === trimmed) break;
    const wasCut = /\[\s*(?:…|\.{3})\s*\]$/.test(trimmed) && !/[.!?…。！？]["”’)]?$/u.test(shorter);
    trimmed = wasCut ? `${shorter}…` : shorter;
  }
  return trimmed.replace(/\s*(?:\.{3,}|…)$/, '…');
}
