import { createHmac, timingSafeEqual } from 'node:crypto';
import { toHttpUrl } from '@/lib/core/url';
import { secretFor } from '@/lib/system/secret';

/** In pixels. A few fixed ones, so that one picture is never kept in a thousand sizes. */
export const IMAGE_WIDTHS = [96, 160, 320, 640, 960, 1280] as const;
export type ImageWidth = (typeof IMAGE_WIDTHS)[number];

const SIGNATURE_BYTES = 16;
const MAX_ADDRESS_CHARS = 2_048;

export interface ImageRequest {
  readonly url: string;
  readonly width: ImageWidth;
}

/**
 * The address under which a reader gets a stranger's picture from us, at `width` pixels or the next size up.
 * Only what is signed is fetched: nobody makes the desk their proxy.
 */
export function signImage(url: string, width: number): string {
  const fitting = IMAGE_WIDTHS.find((each) => each >= width) ?? 1280;
  const query = new URLSearchParams({ u: url, w: String(fitting), s: signatureOf(url, fitting) });
  return `/api/image?${query}`;
}

/** What a signed address asks for; `undefined` where a character of it is not ours. */
export function readImageAddress(query: URLSearchParams): ImageRequest | undefined {
  const url = query.get('u') ?? '';
  const width = IMAGE_WIDTHS.find((each) => String(each) === query.get('w'));
  if (width === undefined || url.length > MAX_ADDRESS_CHARS || !toHttpUrl(url)) return undefined;
  const given = Buffer.from(query.get('s') ?? '');
  const right = Buffer.from(signatureOf(url, width));
  return given.length === right.length && timingSafeEqual(given, right) ? { url, width } : undefined;
}

function signatureOf(url: string, width: ImageWidth): string {
  const digest = createHmac('sha256', secretFor('images')).update(`${width}\n${url}`).digest();
  return digest.subarray(0, SIGNATURE_BYTES).toString('base64url');
}
