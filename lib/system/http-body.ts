import { Duplex, Transform, Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { HttpError } from './http-failure';

const MAX_ENCODINGS = 3;
/** An answer of a few bytes a piece costs a hundred times its size in bookkeeping. */
const MAX_PIECES = 200_000;
const FIRST_ROOM_BYTES = 65_536;
const MEGABYTE = 1_000_000;

export interface Body {
  /** Decompressed. */
  readonly bytes: Uint8Array;
  /** How many travelled. */
  readonly wireBytes: number;
}

/**
 * Collects a body, decompressed, and gives up at `maxBytes`: of what travels, of what comes out, and of every layer
 * between where it was packed more than once. A compressed bomb is cut off while it unfolds.
 * @throws {HttpError} `too-large`, or `bad-answer` for an encoding nobody asked for.
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Body> {
  const wire = meter(maxBytes);
  const layers = decodersFor(encoding).flatMap((decoder) => [decoder, meter(maxBytes).stream]);
  const collected = collect(maxBytes);
  await pipeline([body, wire.stream, ...layers, collected.stream]);
  return { bytes: collected.bytes(), wireBytes: wire.count() };
}

/** @param maxBytes the limit that was passed. */
export function tooLarge(maxBytes: number): HttpError {
  return new HttpError('too-large', `The answer is larger than ${formatLimit(maxBytes)}.`);
}

function formatLimit(bytes: number): string {
  return bytes >= MEGABYTE ? `${Math.round(bytes / MEGABYTE)} MB` : `${Math.round(bytes / 1_000)} kB`;
}

/** Counts what passes through, and lets no more than `maxBytes` pass. */
function meter(maxBytes: number): { readonly stream: Transform; readonly count: () => number } {
  let size = 0;
  let pieces = 0;
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength;
      pieces += 1;
      if (size > maxBytes) return done(tooLarge(maxBytes));
      if (pieces > MAX_PIECES)
        return done(new HttpError('too-large', 'The answer comes in too many pieces.'));
      done(null, chunk);
    },
  });
  return { stream, count: () => size };
}

/** Copies into one buffer that grows: small pieces would each keep alive the large one they were cut from. */
function collect(maxBytes: number): { readonly stream: Writable; readonly bytes: () => Uint8Array } {
  let room = Buffer.allocUnsafe(Math.min(FIRST_ROOM_BYTES, maxBytes));
  let size = 0;
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      const needed = size + chunk.byteLength;
      if (needed > maxBytes) return done(tooLarge(maxBytes));
      if (needed > room.length) {
        const larger = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(needed, room.length * 2)));
        room.copy(larger, 0, 0, size);
        room = larger;
      }
      room.set(chunk, size);
      size = needed;
      done();
    },
  });
  // A copy of its own: whoever hands it to another thread hands over nothing else.
  return { stream, bytes: () => new Uint8Array(room.subarray(0, size)) };
}

/** Undone in the reverse order of the header, as they were applied in its order. */
function decodersFor(encoding: string | undefined): Duplex[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_ENCODINGS) throw new HttpError('bad-answer', 'The answer is packed too many times.');
  return names.toReversed().map(decoderFor);
}

function decoderFor(name: string): Duplex {
  // A cut-off stream yields what arrived: the parser decides whether it is of use.
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  if (name === 'gzip' || name === 'x-gzip') return createGunzip(lenient);
  if (name === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  if (name === 'deflate') return createEitherInflate();
  throw new HttpError(
    'bad-answer',
    `The answer is packed as "${name.slice(0, 20)}", which nobody asked for.`,
  );
}

/** "deflate" means zlib-wrapped by the standard and raw by some servers: the first byte tells. */
function createEitherInflate(): Duplex {
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  let inflate: Transform | undefined;
  const start = (outer: Duplex, first: Uint8Array): Transform => {
    const wrapped = ((first[0] ?? 0) & 0x0f) === 0x08;
    const created = wrapped ? createInflate(lenient) : createInflateRaw(lenient);
    // Paused while nobody reads: a bomb unfolds no faster than it is counted.
    created.on('data', (chunk: Uint8Array) => void (outer.push(chunk) || created.pause()));
    created.on('end', () => outer.push(null));
    created.on('error', (error) => outer.destroy(error));
    return created;
  };
  return new Duplex({
    read() {
      inflate?.resume();
    },
    write(chunk: Uint8Array, _encoding, done) {
      inflate ??= start(this, chunk);
      inflate.write(chunk, done);
    },
    final(done) {
      if (inflate) inflate.end(done);
      else {
        this.push(null);
        done();
      }
    },
    destroy(error, done) {
      inflate?.destroy();
      done(error);
    },
  });
}
