import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed';
import { heavyDocuments } from './testing';

/** The worker that reads is given 8 MB at most; what takes more than its share shows here as well. */
const CHARS = 300_000;
/** Many times what any takes, and far less than the minutes that other readers took. */
const MAX_CPU_MS = 10_000;
/** Further from its beginning than a feed is looked for, or none. */
const NO_FEED = /before the feed|^one comment|^JSON in JSON/;

describe('documents that kept other readers busy for seconds, or for ever, are answered soon', () => {
  const documents = [...heavyDocuments(CHARS)].map(({ name, text }) => [name, Buffer.from(text)] as const);

  it.each(documents)('%s', async (name, bytes) => {
    const start = process.cpuUsage();
    const parsed = await parseFeed(bytes);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(MAX_CPU_MS);
    expect(parsed.kind).toBe(NO_FEED.test(name) ? 'not-a-feed' : 'feed');
  });
});
