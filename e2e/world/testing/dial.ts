import { once } from 'node:events';
import { WebSocket, type RawData } from 'ws';

const WAIT_MS = 20_000;

export type Frame = Readonly<Record<string, unknown>>;

/** A client of a venue that keeps all it hears. */
export interface Dialled {
  readonly frames: string[];
  send(message: object | string): void;
  /** The first frame not yet waited for that fits; fails after some seconds. */
  hear(fits: (frame: Frame) => boolean, waitMs?: number): Promise<Frame>;
  /** The close code. */
  closed(): Promise<number>;
  close(): void;
}

export async function dial(url: string): Promise<Dialled> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { perMessageDeflate: false });
  const frames: string[] = [];
  let heard = 0;
  socket.on('message', (data: RawData) => frames.push(Buffer.from(data as Buffer).toString('utf8')));
  const closing = new Promise<number>((resolve) => socket.once('close', resolve));
  await once(socket, 'open');
  return {
    frames,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async hear(fits, waitMs = WAIT_MS) {
      const deadline = performance.now() + waitMs;
      while (performance.now() < deadline) {
        for (; heard < frames.length; heard++) {
          const frame = readFrame(frames[heard] ?? '');
          if (frame && fits(frame)) {
            heard += 1;
            return frame;
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(
        `Nothing fitting was heard among ${frames.length} frames: ${frames.slice(-3).join(' ')}`,
      );
    },
    closed: () => closing,
    close: () => socket.terminate(),
  };
}

function readFrame(text: string): Frame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Frame) : undefined;
  } catch {
    return undefined;
  }
}
