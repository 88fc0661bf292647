import { z } from 'zod';
import { readFeedSettings } from '@/db/queries/feed-settings';
import { updateFeedSettings } from '@/db/writes/update-feed-settings';
import { FULL_TEXT_MODES } from '@/lib/model/feed';
import {
  INTERVAL_UNITS,
  MAX_EXCERPT_CHARS,
  MAX_FIXED_INTERVAL_SECONDS,
  MAX_KEEP_DAYS,
  MIN_EXCERPT_CHARS,
  MIN_FIXED_INTERVAL_SECONDS,
  UNIT_SECONDS,
  type FeedSettings,
  type FeedSettingsDraft,
} from '@/lib/model/feed-settings';
import type { FeedId } from '@/lib/model/ids';
import { toProblems } from './to-problems';

const NUMBER = 'Write a number, such as 90.';
const number = z
  .string()
  .trim()
  .regex(/^\d{1,9}(?:\.\d{1,3})?$/, NUMBER)
  .transform(Number);
const excerptChars = number.refine(
  (chars) => Number.isInteger(chars) && chars >= MIN_EXCERPT_CHARS && chars <= MAX_EXCERPT_CHARS,
  `An excerpt has ${MIN_EXCERPT_CHARS} to ${MAX_EXCERPT_CHARS} characters.`,
);
const keepDays = number.refine(
  (days) => Number.isInteger(days) && days >= 1 && days <= MAX_KEEP_DAYS,
  `Whole days, from 1 to ${MAX_KEEP_DAYS}.`,
);

/** Of what does not apply nothing is asked. */
const draft = z.object({
  pace: z.enum(['learnt', 'fixed']),
  fullText: z.enum(FULL_TEXT_MODES, 'Choose what readers are shown.'),
  keep: z.enum(['rule', 'own']),
  unit: z.enum(INTERVAL_UNITS),
});

export type SaveFeedSettingsResult =
  | { readonly kind: 'saved'; readonly before: FeedSettings; readonly after: FeedSettings }
  | { readonly kind: 'invalid'; readonly problems: FeedSettingsProblems }
  | { readonly kind: 'missing' };

export type FeedSettingsProblems = Readonly<Partial<Record<keyof FeedSettingsDraft, string>>>;

/** Changes how often a feed is asked, what readers are shown of it, and how long its articles are kept. */
export async function saveFeedSettings(
  id: FeedId,
  wanted: FeedSettingsDraft,
  now: Date,
): Promise<SaveFeedSettingsResult> {
  const before = await readFeedSettings(id);
  if (!before) return { kind: 'missing' };
  const read = readDraft(wanted, before.settings);
  if (!read.success) return { kind: 'invalid', problems: toProblems(read.error) };
  const saved = await updateFeedSettings(id, read.data, now);
  return saved ? { kind: 'saved', before: before.settings, after: read.data } : { kind: 'missing' };
}

function readDraft(wanted: FeedSettingsDraft, before: FeedSettings) {
  return draft
    .extend({
      every: wanted.pace === 'fixed' ? number : z.unknown(),
      excerptChars: wanted.fullText === 'excerpt' ? excerptChars : z.unknown(),
      keepDays: wanted.keep === 'own' ? keepDays : z.unknown(),
    })
    .transform((said): FeedSettings => ({
      fixedIntervalSeconds:
        typeof said.every === 'number' ? Math.round(said.every * UNIT_SECONDS[said.unit]) : undefined,
      fullText: said.fullText,
      excerptChars: typeof said.excerptChars === 'number' ? said.excerptChars : before.excerptChars,
      keepDays: typeof said.keepDays === 'number' ? said.keepDays : undefined,
    }))
    .refine(({ fixedIntervalSeconds }) => isInterval(fixedIntervalSeconds, before), {
      path: ['every'],
      message: `From ${MIN_FIXED_INTERVAL_SECONDS} seconds to 24 hours.`,
    })
    .safeParse(wanted);
}

/** What stands may stay, though nobody could choose it today. */
function isInterval(seconds: number | undefined, before: FeedSettings): boolean {
  if (seconds === undefined || seconds === before.fixedIntervalSeconds) return true;
  return seconds >= MIN_FIXED_INTERVAL_SECONDS && seconds <= MAX_FIXED_INTERVAL_SECONDS;
}
