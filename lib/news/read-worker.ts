import { parentPort, workerData } from 'node:worker_threads';
import type { Token } from '@/lib/model/token';
import type { Topic } from '@/lib/model/topic';
import {
  readArticles,
  readFacts,
  type FactsReading,
  type ReadInput,
  type Reading,
  type TagArticle,
} from './read-articles';
import type { PageReadInput } from './read-article-page';
import type { PageReading } from './normalise/read-page';
import { createLinker } from './tag/tag-tokens';
import { createTopicTagger } from './tag/tag-topics';

/** What a reading thread is handed when it starts. */
export interface ReadWorkerData {
  readonly tokens: readonly Token[];
  readonly topics: readonly Topic[];
}

/** A piece of work, and the number by which its beginning is told: time spent waiting for a thread is not its own. */
export interface ReadJob<Input> {
  readonly job: number;
  readonly input: Input;
}

/** What a reading thread tells between jobs and their results. */
export interface JobBegun {
  readonly begun: number;
}

const tag = createArticleTagger(workerData as ReadWorkerData);

export function read({ job, input }: ReadJob<ReadInput>): Promise<Reading> {
  tellBegun(job);
  return readArticles(input, tag);
}

export function readFactsOnly({ job, input }: ReadJob<ReadInput>): Promise<FactsReading> {
  tellBegun(job);
  return readFacts(input);
}

export async function readPage({ job, input }: ReadJob<PageReadInput>): Promise<PageReading> {
  // Few desks show pages: what reads them is loaded when the first one comes.
  const { readArticlePage } = await import('./read-article-page');
  tellBegun(job);
  return readArticlePage(input);
}

function tellBegun(job: number): void {
  parentPort?.postMessage({ begun: job } satisfies JobBegun, []);
}

function createArticleTagger({ tokens, topics }: ReadWorkerData): TagArticle {
  const linkTokens = createLinker(tokens);
  const tagTopics = createTopicTagger(topics);
  return (article, source) => {
    const { name: sourceName, cryptoOnly, injectsTokens = false, allCaps = false } = source;
    const { tags, refused } = linkTokens({ ...article, sourceName, cryptoOnly, injectsTokens, allCaps });
    return { ...article, tokens: tags, topics: tagTopics({ ...article, source }, tags), refused };
  };
}
