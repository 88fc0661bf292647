import {
  MAX_SUBSCRIPTIONS,
  RATES,
  type ClientMessage,
  type Rate,
  type ResumePoint,
} from '@/lib/live/protocol';

/** Well under the 4 kB a frame may have, with room for the rest of the message. */
const MAX_IDS_CHARS = 3_000;

/**
 * The messages that bring the server from what it was told to what is wanted: first what to drop, so that there is
 * room, then what to add, split by rate, by what is held already, and by the size of a frame.
 */
export function planSubscriptions({ told, wanted, resume, holds }: Plan): readonly PlannedMessage[] {
  const within = new Map([...wanted].slice(0, MAX_SUBSCRIPTIONS));
  const gone = [...told.keys()].filter((id) => !within.has(id));
  const fresh = [...within].filter(([id, rate]) => told.get(id) !== rate);
  const messages: PlannedMessage[] = chunk(gone).map((ids) => ({ t: 'unsub', ids }));
  for (const rate of Object.keys(RATES) as Rate[]) {
    const ids = fresh.filter(([, wish]) => wish === rate).map(([id]) => id);
    const held = ids.filter((id) => resume !== undefined && holds(id));
    for (const part of chunk(held)) messages.push({ t: 'sub', ids: part, rate, since: resume });
    for (const part of chunk(ids.filter((id) => !held.includes(id))))
      messages.push({ t: 'sub', ids: part, rate });
  }
  return messages;
}

function chunk(ids: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let room = 0;
  for (const id of ids) {
    const size = new TextEncoder().encode(JSON.stringify(id)).length + 1;
    if (size > room) {
      chunks.push([]);
      room = MAX_IDS_CHARS;
    }
    room -= size;
    chunks.at(-1)?.push(id);
  }
  return chunks;
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type PlannedMessage = WithoutId<Extract<ClientMessage, { t: 'sub' | 'unsub' }>>;

interface Plan {
  readonly told: ReadonlyMap<string, Rate>;
  readonly wanted: ReadonlyMap<string, Rate>;
  readonly resume: ResumePoint | undefined;
  /** Whether the row of a token is here and complete up to the resume point. */
  readonly holds: (id: string) => boolean;
}
