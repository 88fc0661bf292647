import { Transform, Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { HttpError } from './http-failure';

const MAX_ENCODINGS = 3;
const MEGABYTE = 1_000_000;

/**
 * Collects a body, decompressed, and gives up at `maxBytes` of decompressed data:
 * a compressed bomb is cut off while it unfolds.
 * @throws {HttpError} `too-large`, or `bad-answer` for an encoding nobody asked for.
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength;
      chunks.push(chunk);
      done(size > maxBytes ? tooLarge(maxBytes) : null);
    },
  });
  await pipeline([body, ...decodersFor(encoding), collect]);
  return Buffer.concat(chunks, size);
}

/** @param maxBytes the limit that was passed. */
export function tooLarge(maxBytes: number): HttpError {
  return new HttpError('too-large', `The answer is larger than ${formatLimit(maxBytes)}.`);
}

function formatLimit(bytes: number): string {
  return bytes >= MEGABYTE ? `${Math.round(bytes / MEGABYTE)} MB` : `${Math.round(bytes / 1_000)} kB`;
}

/** Undone in the reverse order of the header, as they were applied in its order. */
function decodersFor(encoding: string | undefined): Transform[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_ENCODINGS) throw new HttpError('bad-answer', 'The answer is packed too many times.');
  return names.toReversed().map(decoderFor);
}

function decoderFor(name: string): Transform {
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
function createEitherInflate(): Transform {
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  let inflate: Transform | undefined;
  const start = (outer: Transform, first: Uint8Array): Transform => {
    const wrapped = ((first[0] ?? 0) & 0x0f) === 0x08;
    const created = wrapped ? createInflate(lenient) : createInflateRaw(lenient);
    created.on('data', (chunk: Uint8Array) => outer.push(chunk));
    created.on('error', (error) => outer.destroy(error));
    return created;
  };
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      inflate ??= start(this, chunk);
      inflate.write(chunk, done);
    },
    flush(done) {
      if (!inflate) return done();
      inflate.once('end', done);
      inflate.end();
    },
  });
}
