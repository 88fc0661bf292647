import type { LinkerIndex } from './linker-index';
import type { Passage } from './passage';
import type { Sighting } from './sighting';

/** Finds tokens by their names in scripts other than Latin: 比特币, ビットコイン, биткоина, البيتكوين. */
export function findForeignNames(passage: Passage, index: LinkerIndex, crypto: boolean): readonly Sighting[] {
  if (!index.foreignPattern) return [];
  return Array.from(passage.text.matchAll(index.foreignPattern), (match): Sighting[] => {
    const spelled = match.groups?.['anywhere'] ?? match.groups?.['inflected'] ?? '';
    const name = index.foreign.get(spelled.toLowerCase());
    if (!name) return [];
    const start = match.index + match[0].length - spelled.length;
    const ticker = tickerAfter(passage.text, start + spelled.length, name.token.symbol);
    const end = start + spelled.length + ticker.length;
    const trusted = name.strength === 'strong' || crypto;
    return [
      {
        owners: [name.token],
        half: 'name',
        rule: ticker === '' ? (name.strength === 'strong' ? 'name' : 'name+crypto') : 'name+ticker',
        weight: ticker === '' ? (trusted ? (name.strength === 'strong' ? 1 : 0.8) : 0) : 1.2,
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

/** "（SOL）" or " SOL" right after a name, as it stands; empty where there is none. */
function tickerAfter(text: string, at: number, symbol: string): string {
  const escaped = symbol.replace(/[^A-Za-z0-9]/g, String.raw`\$&`);
  return (
    new RegExp(String.raw`^\s?[([]?\$?${escaped}(?![A-Za-z0-9])[)\]]?`).exec(text.slice(at, at + 24))?.[0] ??
    ''
  );
}
