import { z } from 'zod';
import { MAX_TOKEN_ID_CHARS } from '@/lib/live/protocol';

const WORDS = 'An id is lower-case letters, digits and hyphens, such as sleepless-ai.';

/** The id of a token or topic. Whether there is such a one is another question. */
export function idSchema(missing: string) {
  return z
    .string(missing)
    .min(1, missing)
    .max(MAX_TOKEN_ID_CHARS, `An id has at most ${MAX_TOKEN_ID_CHARS} characters.`)
    .regex(/^[a-z0-9-]+$/, WORDS);
}
