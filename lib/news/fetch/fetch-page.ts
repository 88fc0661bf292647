import type { Http, HttpResponse } from '@/lib/system/http';
import type { HttpFailure } from '@/lib/system/http-failure';
import type { Robots, RobotsVerdict } from './robots';
import { describeStatus } from './describe-status';
import { readRetryAfter } from './read-retry-after';

/** Of the decompressed page; more than this no article's page is. */
const MAX_PAGE_BYTES = 2_000_000;
const ACCEPT = 'text/html,application/xhtml+xml;q=0.9';

/** What asking for an article's page came to; in words, where it brought none. */
export type PageResult =
  | {
      readonly kind: 'fetched';
      readonly bytes: Uint8Array;
      readonly contentType: string | undefined;
      /** Where it came from after redirects. */
      readonly url: string;
    }
  /** The site may have it for us later. */
  | { readonly kind: 'later'; readonly waitMs: number | undefined; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Asks for an article's page, once, where its site and every site it is sent on to let programs ask for it. */
export async function fetchPage(
  http: Pick<Http, 'get'>,
  url: string,
  { robots, now, signal }: { readonly robots: Robots; readonly now: Date; readonly signal: AbortSignal },
): Promise<PageResult> {
  const verdict = await robots.judge(url, signal);
  if (verdict.kind !== 'allowed') return verdict;
  const answer = await http.get(url, {
    headers: { accept: ACCEPT },
    maxBytes: MAX_PAGE_BYTES,
    mayFollow: async (to) => toFailure(await robots.judge(to, signal)),
    signal,
  });
  if (answer.kind === 'failed') {
    const isLasting = LASTING_FAILURES.has(answer.reason);
    return { kind: isLasting ? 'refused' : 'later', waitMs: answer.afterMs, message: answer.message };
  }
  return judgeAnswer(answer, now);
}

function toFailure(verdict: RobotsVerdict): Omit<HttpFailure, 'kind'> | undefined {
  if (verdict.kind === 'allowed') return undefined;
  const { message } = verdict;
  return { reason: verdict.kind === 'refused' ? 'refused-redirect' : 'busy', message };
}

/** What will not be otherwise when it is asked again. */
const LASTING_FAILURES: ReadonlySet<string> = new Set([
  'not-a-url',
  'refused-address',
  'refused-redirect',
  'redirect-loop',
  'too-large',
]);

function judgeAnswer({ status, headers, bytes, url }: HttpResponse, now: Date): PageResult {
  const message = status === 404 ? 'There is no such page (404).' : describeStatus({ status, headers });
  if (status === 429 || status >= 500) {
    return { kind: 'later', waitMs: readRetryAfter(headers['retry-after'], now), message };
  }
  if (status !== 200) return { kind: 'refused', message };
  const contentType = headers['content-type'];
  if (contentType !== undefined && !/html|text\/plain/i.test(contentType)) {
    return { kind: 'refused', message: `The address holds no page but ${contentType.slice(0, 60)}.` };
  }
  return { kind: 'fetched', bytes, contentType, url };
}
