import { z } from 'zod';

const MAX_PAGE = 200;

const query = z.object({
  q: z.string().trim().max(500).catch(''),
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
});

/** What is looked for, and which page of it, as the address says. */
export function readStoryQuery(search: Record<string, string | string[] | undefined>): z.infer<typeof query> {
  return query.parse(search);
}
