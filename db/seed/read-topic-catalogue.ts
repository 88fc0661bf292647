import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SourceId, TokenId, TopicId } from '@/lib/model/ids';
import type { Topic } from '@/lib/model/topic';

const TOPICS_FILE = 'db/seed/topics.json';

const catalogue = z.array(
  z.strictObject({
    id: z.string().transform((id) => id as TopicId),
    name: z.string().min(1),
    description: z.string().min(1),
    words: z.array(z.string().min(1)),
    tokenIds: z.array(z.string().transform((id) => id as TokenId)),
    sourceIds: z.array(z.string().transform((id) => id as SourceId)).default([]),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).default([]),
  }),
);

/** The topics as the repository ships them, in the order a reader sees them. */
export function readTopicCatalogue(): readonly Topic[] {
  return catalogue.parse(JSON.parse(readFileSync(join(process.cwd(), TOPICS_FILE), 'utf8')));
}
