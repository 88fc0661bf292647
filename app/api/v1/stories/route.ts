import { z } from 'zod';
import { answerJson, readQuery } from '@/app/api/v1/answer';
import { idSchema } from '@/app/api/v1/id-schema';
import { readStoryHeadlines } from '@/db/queries/story-headlines';
import type { TopicId } from '@/lib/model/ids';
import { readCursor, toCursor } from './cursor';
import { toStoryJson } from './story-json';

const MAX_STORIES = 100;
const STORIES = 40;

const query = z.object({
  limit: z.coerce
    .number('A number of stories.')
    .int('A whole number of stories.')
    .min(1, 'At least one story.')
    .max(MAX_STORIES, `At most ${MAX_STORIES} stories at a time.`)
    .default(STORIES),
  topic: idSchema('The id of a topic, such as etf.').optional(),
  cursor: z
    .string()
    .transform((text, context) => {
      const position = readCursor(text);
      if (position) return position;
      context.addIssue({ code: 'custom', message: 'Take it from `next` of the page before, as it is.' });
      return z.NEVER;
    })
    .optional(),
});

/** The latest stories with their leads, the other sources' reports and the tokens they are about. */
export async function GET(request: Request): Promise<Response> {
  const read = await readQuery(request, query);
  if (read.kind === 'bad') return read.answer;
  const { limit, topic, cursor } = read.query;
  const stories = await readStoryHeadlines({
    limit,
    below: cursor,
    ...(topic === undefined ? {} : { topicId: topic as TopicId }),
  });
  const last = stories.length === limit ? stories.at(-1) : undefined;
  return answerJson(request, {
    now: new Date(),
    stories: stories.map(toStoryJson),
    next: last ? toCursor(last) : null,
  });
}
