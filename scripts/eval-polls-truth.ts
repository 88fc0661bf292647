import type { RecordedPoll } from './eval-polls-read';

/** A title that changed from one poll to the next one that has the item, by the recording alone. */
export interface TitleChange {
  readonly address: string;
  readonly before: string;
  readonly after: string;
}

/** Finds every change of a title in the recording, without any of the product's own reading. */
export function findTitleChanges(polls: readonly RecordedPoll[]): {
  readonly changes: readonly TitleChange[];
  readonly typographic: number;
  readonly addresses: number;
} {
  const titles = new Map<string, string>();
  const changes: TitleChange[] = [];
  let typographic = 0;
  for (const { items } of polls) {
    for (const { outlet, link, title } of items) {
      const address = `${outlet} ${bare(link)}`;
      const before = titles.get(address);
      titles.set(address, title);
      if (before === undefined || before === title) continue;
      if (plain(before) === plain(title)) typographic += 1;
      else changes.push({ address: bare(link), before, after: title });
    }
  }
  return { changes, typographic, addresses: titles.size };
}

/** Which changes have no line in the ledger, and which lines no change. */
export function compareLedger(
  changes: readonly TitleChange[],
  ledger: readonly {
    readonly kind: string;
    readonly url: string;
    readonly before: string;
    readonly after: string | null;
  }[],
): { readonly missed: readonly TitleChange[]; readonly wrong: readonly TitleChange[] } {
  const missed = [...changes];
  const wrong: TitleChange[] = [];
  for (const { kind, url, before, after } of ledger) {
    if (kind !== 'retitled') continue;
    const line = { address: bare(url), before, after: after ?? '' };
    const at = missed.findIndex((change) => isSame(change, line));
    if (at < 0) wrong.push(line);
    else missed.splice(at, 1);
  }
  return { missed, wrong };
}

function isSame(a: TitleChange, b: TitleChange): boolean {
  return a.address === b.address && plain(a.before) === plain(b.before) && plain(a.after) === plain(b.after);
}

/** Without its wrapping and its query: the same article wherever it was linked from. */
function bare(link: string): string {
  return link
    .replace(/^<!\[CDATA\[|\]\]>$/g, '')
    .replace(/[?#].*$/, '')
    .trim();
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', 
  '8216': "'", '8217': "'", '8220': '"', '8221': '"', '8211': '-', '8212': '-', '8230': '...', '39': "'", '038': '&', '38': '&',
}; // prettier-ignore

/** As somebody would type it. */
function plain(title: string): string {
  return title
    .replace(/^<!\[CDATA\[|\]\]>$/g, '')
    .replace(/&#?(\w+);/g, (whole, name: string) => SIGNS[name] ?? whole)
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .trim();
}
