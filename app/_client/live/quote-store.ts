import type { QuoteRow } from '@/lib/live/protocol';

/** A token is painted about four times a second at most, however fast its rows come. */
const PAINT_GAP_MS = 240;

/**
 * The newest row of each token, and who wants to know. What arrives is held back until the browser draws a frame,
 * and a token that was painted a moment ago waits its turn: the newest row wins, none is queued.
 */
export function createQuoteStore({ now, nextFrame, later }: PaintClock): QuoteStore {
  const painted = new Map<string, QuoteRow>();
  const paintedAt = new Map<string, number>();
  const waiting = new Map<string, QuoteRow>();
  const listeners = new Map<string, Set<() => void>>();
  let scheduled = false;

  const paint = (): void => {
    scheduled = false;
    const at = now();
    for (const [tokenId, row] of waiting) {
      if (at - (paintedAt.get(tokenId) ?? -Infinity) < PAINT_GAP_MS) continue;
      waiting.delete(tokenId);
      painted.set(tokenId, row);
      paintedAt.set(tokenId, at);
      for (const tell of listeners.get(tokenId) ?? []) tell();
    }
    if (waiting.size > 0) schedule((run) => later(() => nextFrame(run), PAINT_GAP_MS));
  };
  const schedule = (when: (run: () => void) => void): void => {
    if (scheduled) return;
    scheduled = true;
    when(paint);
  };

  return {
    receive(rows) {
      for (const row of rows) {
        if (isOlder(row, waiting.get(row[0]) ?? painted.get(row[0]))) continue;
        waiting.set(row[0], row);
      }
      if (waiting.size > 0) schedule(nextFrame);
    },
    get: (tokenId) => painted.get(tokenId),
    subscribe(tokenId, listener) {
      const all = listeners.get(tokenId) ?? new Set();
      listeners.set(tokenId, all.add(listener));
      return () => {
        all.delete(listener);
      };
    },
  };
}

/** The younger of two rows; a row the server judged anew has the same times and wins by coming later. */
export function isOlder(row: QuoteRow, than: QuoteRow | undefined): boolean {
  return than !== undefined && row[6] < than[6];
}

interface PaintClock {
  /** Milliseconds on any scale that only grows. */
  readonly now: () => number;
  readonly nextFrame: (run: () => void) => void;
  readonly later: (run: () => void, ms: number) => void;
}

export interface QuoteStore {
  receive(rows: readonly QuoteRow[]): void;
  /** What is on the screen. */
  get(tokenId: string): QuoteRow | undefined;
  subscribe(tokenId: string, listener: () => void): () => void;
}
