import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { inject, type Response as Injected } from 'light-my-request';
import { SETTING_COOKIES, toReaderSettings, type ReaderSettings } from '@/lib/model/reader-settings';

/** No page shown to a stranger is older. */
const MAX_AGE_MS = 1_000;
/** From this age on, whoever asks has it written anew for those after him. */
const RENEW_AFTER_MS = 500;
/** A page is about 200 kB; who asks for more different ones within a second waits for his. */
const MAX_PAGES = 64;
const OWN_TO_EACH = /^\/(?:api|_next|console)(?:\/|$)|\.[^/]*$/;
/** Next asks for parts of a page with these. */
const PART_HEADERS = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-action'];
const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?tapewire\./;
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date']);

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Writes a page at most twice a second, however many strangers ask for it: they get the same bytes, with the
 * nonce they were written with. Pages of operators, parts of pages, and all that is no page pass through.
 * @param now milliseconds of a clock that never goes back.
 */
export function sharePages(handle: PageHandler, now: () => number = () => performance.now()): PageHandler {
  const pages = new Map<string, Page>();
  const underWay = new Map<string, Promise<Page | undefined>>();

  function render(asked: AskedPage): Promise<Page | undefined> {
    const known = underWay.get(asked.key);
    if (known) return known;
    const writtenAt = now();
    const rendering = inject(handle, { method: 'GET', url: asked.url, headers: asked.headers })
      .then((written) => toPage(written, writtenAt))
      .catch(() => undefined)
      .finally(() => underWay.delete(asked.key));
    underWay.set(asked.key, rendering);
    return rendering.then((page) => keep(asked.key, page));
  }

  function keep(key: string, page: Page | undefined): Page | undefined {
    pages.delete(key);
    if (page) pages.set(key, page);
    const [oldest] = pages.keys();
    if (pages.size > MAX_PAGES && oldest !== undefined) pages.delete(oldest);
    return page;
  }

  async function show(asked: AskedPage): Promise<Page | undefined> {
    const page = pages.get(asked.key);
    const ageMs = page ? now() - page.writtenAt : Infinity;
    const renewed = ageMs >= RENEW_AFTER_MS ? render(asked) : undefined;
    return page && ageMs < MAX_AGE_MS ? page : renewed;
  }

  async function answer(asked: AskedPage, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = await show(asked);
    // What cannot be shared is written for each: a page that is missing, one that moved.
    if (page) response.writeHead(200, page.headers).end(page.body);
    else handle(request, response);
  }

  return (request, response) => {
    const asked = toAskedPage(request);
    if (asked) void answer(asked, request, response);
    else handle(request, response);
  };
}

/** What makes two requests ask for the same page; `undefined` where it is nobody else's. */
function toAskedPage({ method, url = '/', headers }: IncomingMessage): AskedPage | undefined {
  const [path = '/'] = url.split('?');
  if (method !== 'GET' || OWN_TO_EACH.test(path) || PART_HEADERS.some((name) => name in headers)) return;
  if (SESSION_COOKIE.test(headers.cookie ?? '')) return;
  const asked = {
    host: headers.host ?? '',
    cookie: writeSettings(toReaderSettings((name) => readCookie(headers.cookie, name))),
    'accept-encoding': /\bgzip\b/.test(String(headers['accept-encoding'])) ? 'gzip' : 'identity',
  };
  return { url, headers: asked, key: [url, ...Object.values(asked)].join('\n') };
}

function readCookie(cookies: string | undefined, name: string): string | undefined {
  const pair = cookies?.split(';').find((one) => one.trim().startsWith(`${name}=`));
  if (pair === undefined) return undefined;
  try {
    return decodeURIComponent(pair.slice(pair.indexOf('=') + 1).trim());
  } catch {
    return undefined;
  }
}

function writeSettings(settings: ReaderSettings): string {
  const { theme, palette, zone } = SETTING_COOKIES;
  const values = { [theme]: settings.theme, [palette]: settings.palette, [zone]: settings.zone };
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
}

function toPage({ statusCode, headers, rawPayload }: Injected, writtenAt: number): Page | undefined {
  const isHtml = String(headers['content-type']).startsWith('text/html');
  if (statusCode !== 200 || !isHtml || headers['set-cookie'] !== undefined) return undefined;
  const own = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name));
  return {
    writtenAt,
    body: rawPayload,
    headers: { ...Object.fromEntries(own), 'content-length': rawPayload.length },
  };
}

interface AskedPage {
  readonly key: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

interface Page {
  readonly writtenAt: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}
