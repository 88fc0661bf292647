import readRobots from 'robots-parser';
import { DAY_MS } from '@/lib/core/time';
import type { Clock } from '@/lib/system/clock';
import type { Http } from '@/lib/system/http';
import { readRetryAfter } from './read-retry-after';

/** By which name sites may address us in their `robots.txt`. */
const ROBOTS_NAME = 'Tapewire';
const KEPT_MS = DAY_MS;
const MAX_SITES = 300;
const MAX_BYTES = 512_000;
/** A longer file is judged by its beginning, a longer address too. */
const MAX_CHARS = 100_000;
const MAX_ADDRESS_CHARS = 500;
/** Of all rules with `*` together: each letter of them may be compared with each letter of an address. */
const MAX_WILDCARD_CHARS = 20_000;
const MAX_QUOTED_CHARS = 80;
const LINE_END = /\r\n|\r|\n/;
const WILDCARD_RULE = /^\s*(?:dis)?allow\s*:.*\*/i;

/** What a site's `robots.txt` says of an address. */
export type RobotsVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly message: string }
  /** It could not be asked, and silence is no consent. */
  | { readonly kind: 'later'; readonly waitMs: number | undefined; readonly message: string };

export interface Robots {
  judge(url: string, signal: AbortSignal): Promise<RobotsVerdict>;
}

/**
 * Reads `robots.txt` (RFC 9309) of sites whose pages are to be fetched and keeps it for a day. A site without one
 * allows everything. Feeds are not asked by it: they are published to be read by programs.
 */
export function createRobots(http: Pick<Http, 'get'>, clock: Clock): Robots {
  const sites = new Map<string, Rules>();
  return {
    judge: async (url, signal) => {
      const { origin } = new URL(url);
      const known = sites.get(origin);
      if (known && known.until > clock().getTime()) return judgeBy(known.text, url);
      const asked = await ask(http, origin, { now: clock(), signal });
      if (asked.kind === 'later') return asked;
      sites.delete(origin);
      sites.set(origin, { text: asked.text, until: clock().getTime() + KEPT_MS });
      const [oldest] = sites.keys();
      if (sites.size > MAX_SITES && oldest !== undefined) sites.delete(oldest);
      return judgeBy(asked.text, url);
    },
  };
}

async function ask(
  http: Pick<Http, 'get'>,
  origin: string,
  { now, signal }: { readonly now: Date; readonly signal: AbortSignal },
): Promise<Answer> {
  const answer = await http.get(`${origin}/robots.txt`, { maxBytes: MAX_BYTES, signal });
  if (answer.kind === 'failed') {
    return {
      kind: 'later',
      waitMs: answer.afterMs,
      message: `Its robots.txt cannot be read. ${answer.message}`,
    };
  }
  const { status, headers, bytes } = answer;
  if (status === 429 || status >= 500) {
    const message = `Its robots.txt cannot be read (${status}): until it can, no page is fetched.`;
    return { kind: 'later', waitMs: readRetryAfter(headers['retry-after'], now), message };
  }
  if (status !== 200) return { kind: 'rules', text: '' };
  return { kind: 'rules', text: bound(Buffer.from(bytes).toString('utf8')) };
}

/** Line for line, so that a rule can be named by its line. */
function bound(text: string): string {
  let left = MAX_WILDCARD_CHARS;
  const lines = text
    .slice(0, MAX_CHARS)
    .replace(/^\uFEFF/, '')
    .split(LINE_END);
  return lines
    .map((line) => {
      if (WILDCARD_RULE.test(line)) left -= line.length;
      return left < 0 && WILDCARD_RULE.test(line) ? '' : line;
    })
    .join('\n');
}

function judgeBy(text: string, url: string): RobotsVerdict {
  if (text === '') return { kind: 'allowed' };
  const rules = readRobots(new URL('/robots.txt', url).href, text);
  const address = url.slice(0, MAX_ADDRESS_CHARS);
  if (rules.isDisallowed(address, ROBOTS_NAME) !== true) return { kind: 'allowed' };
  const line = text.split('\n')[rules.getMatchingLineNumber(address, ROBOTS_NAME) - 1]?.trim();
  const rule = line === undefined ? '' : ` (“${line.slice(0, MAX_QUOTED_CHARS)}”)`;
  return { kind: 'refused', message: `Its site asks programs in robots.txt not to fetch this page${rule}.` };
}

interface Rules {
  readonly text: string;
  /** In ms. */
  readonly until: number;
}

type Answer = Extract<RobotsVerdict, { kind: 'later' }> | { readonly kind: 'rules'; readonly text: string };
