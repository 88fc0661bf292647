import type { ForeignName, LinkerIndex } from './linker-index';
import type { Passage } from './passage';
import type { Sighting } from './sighting';

const TICKER_WITHIN_CHARS = 24;
/** Past Latin and general punctuation; most texts have none of it, and the search is not cheap. */
const OTHER_SCRIPT = /[^\u0000-\u02ff\u2000-\u2fff]/;

/** Finds tokens by their names in scripts other than Latin: 比特币, ビットコイン, биткоина, البيتكوين. */
export function findForeignNames(passage: Passage, index: LinkerIndex, crypto: boolean): readonly Sighting[] {
  if (!index.foreignPattern || !OTHER_SCRIPT.test(passage.text)) return [];
  return Array.from(passage.text.matchAll(index.foreignPattern), (match): readonly Sighting[] => {
    const spelled = match.groups?.['anywhere'] ?? match.groups?.['inflected'] ?? '';
    const name = index.foreign.get(spelled.toLowerCase());
    if (!name) return [];
    const start = match.index + match[0].length - spelled.length;
    const ticker = tickerAfter(passage.text, start + spelled.length, name.token.symbol);
    const end = start + spelled.length + ticker.length;
    return [
      {
        owners: [name.token],
        half: 'name',
        ...judge(name, ticker !== '', crypto),
        field: passage.field,
        start,
        end,
        text: passage.text.slice(start, end),
        at: start / passage.text.length,
        chain: false,
        frail: false,
      },
    ];
  }).flat();
}

function judge(name: ForeignName, withTicker: boolean, crypto: boolean): Pick<Sighting, 'rule' | 'weight'> {
  if (withTicker) return { rule: 'name+ticker', weight: 1.2 };
  if (name.strength === 'strong') return { rule: 'name', weight: 1 };
  return { rule: 'name+crypto', weight: crypto ? 0.8 : 0 };
}

/** "（SOL）" or " SOL" right after a name, as it stands; empty where there is none. */
function tickerAfter(text: string, at: number, symbol: string): string {
  const escaped = symbol.replace(/[^A-Za-z0-9]/g, String.raw`\$&`);
  const pattern = new RegExp(String.raw`^\s?[([]?\$?${escaped}(?![A-Za-z0-9])[)\]]?`);
  return pattern.exec(text.slice(at, at + TICKER_WITHIN_CHARS))?.[0] ?? '';
}
