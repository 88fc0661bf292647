import type { Http, HttpResult } from '@/lib/system/http';

/** As many requests as a polite reader has open to one site. */
const MAX_PER_HOST = 2;

/** The same client, asking each host for no more than two things at a time; the others wait their turn. */
export function limitPerHost(http: Http): Http {
  const hosts = new Map<string, Slots>();
  return {
    ...http,
    get: async (url, options) => {
      const host = URL.canParse(url) ? new URL(url).host : '';
      const slots = hosts.get(host) ?? { taken: 0, waiting: [] };
      hosts.set(host, slots);
      return inSlot(slots, () => http.get(url, options)).finally(() => {
        if (slots.taken === 0 && slots.waiting.length === 0) hosts.delete(host);
      });
    },
  };
}

async function inSlot(slots: Slots, ask: () => Promise<HttpResult>): Promise<HttpResult> {
  if (slots.taken < MAX_PER_HOST) slots.taken += 1;
  else await new Promise<void>((resolve) => slots.waiting.push(resolve));
  try {
    return await ask();
  } finally {
    // A slot goes straight to whoever waits longest, so that nobody slips in between.
    const next = slots.waiting.shift();
    if (next) next();
    else slots.taken -= 1;
  }
}

interface Slots {
  taken: number;
  readonly waiting: (() => void)[];
}
