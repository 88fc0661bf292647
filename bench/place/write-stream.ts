import { writeFeed } from '@/bench/ingest/write-feed';
import { DAY_MS } from '@/lib/core/time';

/** As evaluation sets have it. */
export interface StreamedArticle {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly source: string;
  readonly published_at: string;
}

const ITEMS_A_FEED = 250;
const SPREAD_MS = 2.9 * DAY_MS;
const START_MS = Date.UTC(2026, 10, 1);
const ITEM = /<title>([^<]*)<\/title>.*?<!\[CDATA\[(.*?)\]\]>/gs;
/** Every seventh is another's event in part of its words, every tenth a copy. */
const RETOLD_EVERY = 7;
const COPIED_EVERY = 10;
const LOOK_BACK = 40;

/** So many articles within the window, of words spread as a language's are; the oldest first. */
export function writeStream(count: number): readonly StreamedArticle[] {
  const feeds = Math.ceil(count / ITEMS_A_FEED);
  const now = new Date(START_MS);
  const texts = Array.from({ length: feeds }, (_, feed) => {
    const written = writeFeed({ feed, items: ITEMS_A_FEED, host: 'https://made.example', now });
    const items = written.slice(written.indexOf('<item>'));
    return [...items.matchAll(ITEM)].map(([, title = '', body = '']) => ({
      title,
      body: body.replaceAll(/<[^>]+>/g, ' '),
      source: `newsroom-${feed}`,
    }));
  }).flat();
  const mixed = texts
    .slice(0, count)
    .map((_, nth) => texts[(nth * 7_919) % texts.length] ?? { title: '', body: '', source: '' });
  return mixed.map((text, nth) => ({
    ...tell(text, mixed[nth - LOOK_BACK], nth),
    id: String(nth),
    published_at: new Date(START_MS + (nth / count) * SPREAD_MS).toISOString(),
  }));
}

function tell(text: Text, earlier: Text | undefined, nth: number): Text {
  if (earlier && nth % COPIED_EVERY === 0) return { ...earlier, source: text.source };
  if (!earlier || nth % RETOLD_EVERY !== 0) return text;
  const words = earlier.body.split(' ').filter((_, at) => at % 3 !== 0);
  const title = [...earlier.title.split(' ').slice(0, -2), ...text.title.split(' ').slice(-2)].join(' ');
  return { ...text, title, body: `${words.slice(0, 40).join(' ')} ${text.body}` };
}

type Text = Pick<StreamedArticle, 'title' | 'body' | 'source'>;
