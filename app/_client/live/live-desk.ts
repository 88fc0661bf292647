import { LIVE_PATH, MAX_SUBSCRIPTIONS, type Rate, type ServerMessage } from '@/lib/live/protocol';
import { askPrices } from './ask-prices';
import { LiveConnection, type ConnectionState } from './live-connection';
import { createNewsInbox, type NewsInbox } from './news-inbox';
import { createPricePoll } from './price-poll';
import { createQuoteStore, type QuoteStore } from './quote-store';
import { createServerClock, type ServerClock } from './server-clock';

/** A page asks for prices over HTTP once the socket has been away for so long. */
const POLL_AFTER_MS = 8_000;

/** The one live desk of this tab: made when the first piece on the page asks for it. */
export function liveDesk(): LiveDesk {
  desk ??= createLiveDesk();
  return desk;
}

let desk: LiveDesk | undefined;

function createLiveDesk(): LiveDesk {
  const clock = createServerClock(() => Date.now());
  const quotes = createQuoteStore({
    now: () => performance.now(),
    nextFrame: (run) => requestAnimationFrame(run),
    later: (run, ms) => setTimeout(run, ms),
  });
  const inbox = createNewsInbox();
  const listeners = new Set<() => void>();
  const connection = new LiveConnection({
    openSocket: () => new WebSocket(liveUrl(location)),
    onMessage: (message) => receive(message, { clock, quotes, inbox }),
    onState: () => listeners.forEach((tell) => tell()),
    random: Math.random,
  });
  const live: LiveDesk = {
    clock,
    quotes,
    inbox,
    connectionState: () => connection.state(),
    onConnectionState(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    watchQuote(tokenId, rate, listener) {
      const leave = quotes.subscribe(tokenId, listener);
      const release = connection.want(tokenId, rate);
      return () => {
        leave();
        release();
      };
    },
    wantNews: (since) => connection.wantNews(since),
  };
  followWindow(connection);
  pollWhileAway(live, () => [...connection.wishes.tokens().keys()].slice(0, MAX_SUBSCRIPTIONS));
  return live;
}

function receive(
  message: ServerMessage,
  { clock, quotes, inbox }: Pick<LiveDesk, 'clock' | 'quotes' | 'inbox'>,
) {
  if ('now' in message) clock.learnFromFrame(message.now);
  if (message.t === 'snap' || message.t === 'd') quotes.receive(message.q);
  if (message.t === 'news') inbox.add(message);
}

function followWindow(connection: LiveConnection): void {
  const look = (): void => connection.setVisible(!document.hidden);
  document.addEventListener('visibilitychange', look);
  // An open socket would keep the page out of the back-forward cache.
  addEventListener('pagehide', () => connection.hangUp());
  addEventListener('pageshow', look);
  addEventListener('online', () => connection.setOnline(true));
  addEventListener('offline', () => connection.setOnline(false));
  look();
  if (!navigator.onLine) connection.setOnline(false);
}

function pollWhileAway(live: LiveDesk, tokenIds: () => readonly string[]): void {
  const poll = createPricePoll({
    tokenIds: () => (document.hidden ? [] : tokenIds()),
    ask: askPrices,
    onPrices({ now, rows }) {
      live.clock.learnFromFrame(now);
      live.quotes.receive(rows);
    },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    clearTimeout(timer);
    if (live.connectionState() === 'live') poll.setNeeded(false);
    else timer = setTimeout(() => poll.setNeeded(true), POLL_AFTER_MS);
  };
  live.onConnectionState(follow);
  follow();
}

function liveUrl({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${LIVE_PATH}`;
}

export interface LiveDesk {
  readonly clock: ServerClock;
  readonly quotes: QuoteStore;
  readonly inbox: NewsInbox;
  connectionState(): ConnectionState;
  onConnectionState(listener: () => void): () => void;
  /** Wants a token's rows and hears when one is painted. Returns the way out. */
  watchQuote(tokenId: string, rate: Rate, listener: () => void): () => void;
  /** @param since the server's time up to which the page knows the stories already. */
  wantNews(since: number): () => void;
}
