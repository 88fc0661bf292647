import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';
import { dataDirectory } from '@/lib/system/data-directory';
import { readEnv } from '@/lib/system/env';
import { processHttp, type Http } from '@/lib/system/http';
import { singleton } from '@/lib/system/singleton';
import { readImageAddress, type ImageRequest } from './image-address';
import { createImageCache, type ImageCache } from './image-cache';
import { resizeImage, type ImageFormat } from './resize-image';
import { createSlots, type Slots } from './slots';

const MAX_PICTURE_BYTES = 5_000_000;
const MAX_CACHE = { maxBytes: 500_000_000, maxFiles: 20_000, maxUnusedMs: 30 * DAY_MS };
const FETCH_TIMEOUT_MS = 12_000;
const FETCHES = { running: 8, waiting: 128 };
const RESIZES = { running: 2, waiting: 64 };
/** A picture that failed is not asked for again at every look at the page. */
const FAILURE_KEPT_MS = 5 * MINUTE_MS;
const MAX_FAILURES_KEPT = 2_000;
const ACCEPTED = 'image/avif,image/webp,image/png,image/jpeg,image/gif';

export type LoadedImage =
  | {
      readonly kind: 'image';
      readonly bytes: Uint8Array;
      readonly format: ImageFormat;
      readonly etag: string;
    }
  | ImageRefusal;

export type ImageRefusal =
  | { readonly kind: 'not-signed' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'not-a-picture' }
  | { readonly kind: 'unreachable'; readonly message: string };

/**
 * A stranger's picture for a reader: fetched once, made small, kept.
 * @param request.query of the signed address; @param request.accept the browser's Accept header.
 */
export async function loadImage(
  request: { readonly query: URLSearchParams; readonly accept: string | null },
  now: Date,
  studio: Studio = processStudio(),
): Promise<LoadedImage> {
  const asked = readImageAddress(request.query);
  if (!asked) return { kind: 'not-signed' };
  const format = formatFor(request.accept ?? '');
  const key = `${hashOf(asked)}.${format}`;
  const kept = await studio.cache.read(key, now);
  if (kept) return { kind: 'image', bytes: kept, format, etag: key };
  const made = await once(studio, key, () => makePicture(asked, { key, format, now, studio }));
  return made instanceof Uint8Array ? { kind: 'image', bytes: made, format, etag: key } : made;
}

/** The workplace where pictures are made; one a process. */
export interface Studio {
  readonly http: Pick<Http, 'get'>;
  readonly cache: ImageCache;
  readonly fetches: Slots;
  readonly resizes: Slots;
  readonly underWay: Map<string, Promise<Uint8Array | ImageRefusal>>;
  readonly failures: Map<string, { readonly until: number; readonly refusal: ImageRefusal }>;
}

export function createStudio(http: Pick<Http, 'get'>, directory: string): Studio {
  return {
    http,
    cache: createImageCache(directory, MAX_CACHE),
    fetches: createSlots(FETCHES),
    resizes: createSlots(RESIZES),
    underWay: new Map(),
    failures: new Map(),
  };
}

function processStudio(): Studio {
  return singleton('image-studio', () =>
    createStudio(processHttp(), join(dataDirectory(readEnv()), 'images')),
  );
}

/** The best a browser says it takes; one that says nothing gets what all of them take. */
function formatFor(accept: string): ImageFormat {
  if (accept.includes('image/avif')) return 'avif';
  return accept.includes('image/webp') ? 'webp' : 'jpeg';
}

function hashOf({ url, width }: ImageRequest): string {
  return createHash('sha256').update(`${width}\n${url}`).digest('hex');
}

/** Readers who ask for the same picture at once wait for the same piece of work. */
function once(
  { underWay }: Studio,
  key: string,
  make: () => Promise<Uint8Array | ImageRefusal>,
): Promise<Uint8Array | ImageRefusal> {
  const running = underWay.get(key);
  if (running) return running;
  const started = make().finally(() => underWay.delete(key));
  underWay.set(key, started);
  return started;
}

async function makePicture(asked: ImageRequest, work: Work): Promise<Uint8Array | ImageRefusal> {
  const { studio, now } = work;
  const failed = studio.failures.get(asked.url);
  if (failed && failed.until > now.getTime()) return failed.refusal;
  const original = await studio.fetches.run(() => fetchPicture(studio.http, asked.url));
  if (!original) return { kind: 'busy' };
  if (!(original instanceof Uint8Array)) return keepFailure(asked.url, original, work);
  const resized = await studio.resizes.run(async () => ({
    bytes: await resizeImage(original, asked.width, work.format),
  }));
  if (!resized) return { kind: 'busy' };
  if (!resized.bytes) return keepFailure(asked.url, { kind: 'not-a-picture' }, work);
  // A full disk costs the next reader some time, not this one the picture.
  await studio.cache.write(work.key, resized.bytes, now).catch(() => undefined);
  return resized.bytes;
}

async function fetchPicture(http: Pick<Http, 'get'>, url: string): Promise<Uint8Array | ImageRefusal> {
  const answer = await http.get(url, {
    headers: { accept: ACCEPTED },
    maxBytes: MAX_PICTURE_BYTES,
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
  });
  if (answer.kind === 'failed') return { kind: 'unreachable', message: answer.message };
  if (answer.status === 200) return answer.bytes;
  return { kind: 'unreachable', message: `The picture's server answered ${answer.status}.` };
}

function keepFailure(url: string, refusal: ImageRefusal, { studio, now }: Work): ImageRefusal {
  const [oldest] = studio.failures.keys();
  if (studio.failures.size >= MAX_FAILURES_KEPT && oldest !== undefined) studio.failures.delete(oldest);
  studio.failures.set(url, { until: now.getTime() + FAILURE_KEPT_MS, refusal });
  return refusal;
}

interface Work {
  readonly key: string;
  readonly format: ImageFormat;
  readonly now: Date;
  readonly studio: Studio;
}
