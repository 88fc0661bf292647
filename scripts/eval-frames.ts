import { createInterface } from 'node:readline';
import { z } from 'zod';
import { EXCHANGES } from '@/lib/market/exchanges/registry';
import { VENUE_IDS, type VenueId } from '@/lib/model/ids';

const recordedLine = z.object({
  /** When it was received, in milliseconds; some recordings do not say. */
  t: z.number().optional(),
  ev: z.string(),
  raw: z.string().optional(),
});

/** `eval -- frames VENUE < market.jsonl`: the quotes in a recording as JSON lines; what was ignored is counted on stderr. */
export async function evalFrames([venue]: readonly string[]): Promise<number> {
  const known = VENUE_IDS.find((id) => id === venue);
  if (known === undefined) {
    process.stderr.write(
      `Usage: npm run --silent eval -- frames <${VENUE_IDS.join(' | ')}> < market.jsonl\n`,
    );
    return 2;
  }
  const counts = new Map<string, number>();
  const count = (kind: string, by = 1) => counts.set(kind, (counts.get(kind) ?? 0) + by);
  let clock = new Date();
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (text.trim() === '') continue;
    const line = readLine(text);
    if (line === undefined) count('lines that are no recording');
    else if (line.ev !== 'in' || line.raw === undefined) count(`lines "${line.ev}"`);
    else {
      clock = line.t === undefined ? clock : new Date(line.t);
      for (const [kind, by] of readFrame(known, line.raw, clock)) count(kind, by);
    }
  }
  process.stderr.write(`${JSON.stringify(Object.fromEntries(counts))}\n`);
  return 0;
}

/** Prints the quotes of a frame; returns what to count. */
function readFrame(
  venue: VenueId,
  raw: string,
  receivedAt: Date,
): readonly (readonly [kind: string, by: number])[] {
  const parsed = EXCHANGES[venue].parse(raw, receivedAt);
  if (parsed.kind === 'garbage') return [[`garbage: ${parsed.why}`, 1]];
  if (parsed.kind !== 'quotes') return [[parsed.kind, 1]];
  for (const quote of parsed.quotes) process.stdout.write(`${JSON.stringify(quote)}\n`);
  const rejected = parsed.rejected > 0 ? [['quotes rejected', parsed.rejected] as const] : [];
  return [['frames with quotes', 1], ['quotes', parsed.quotes.length], ...rejected];
}

function readLine(text: string): z.infer<typeof recordedLine> | undefined {
  try {
    return recordedLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
