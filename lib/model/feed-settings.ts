import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { FullTextMode } from './feed';

export const MIN_FIXED_INTERVAL_SECONDS = 30;
export const MAX_FIXED_INTERVAL_SECONDS = DAY_MS / SECOND_MS;
export const MIN_EXCERPT_CHARS = 80;
export const MAX_EXCERPT_CHARS = 5_000;
export const MAX_KEEP_DAYS = 36_500;

/** What an operator decides for one feed. */
export interface FeedSettings {
  /** `undefined`: as often as its rhythm and its site suggest. */
  readonly fixedIntervalSeconds: number | undefined;
  readonly fullText: FullTextMode;
  readonly excerptChars: number;
  /** `undefined`: by the rule for all feeds. */
  readonly keepDays: number | undefined;
}

export const INTERVAL_UNITS = ['seconds', 'minutes', 'hours'] as const;
export type IntervalUnit = (typeof INTERVAL_UNITS)[number];

export const UNIT_SECONDS: Readonly<Record<IntervalUnit, number>> = {
  seconds: 1,
  minutes: MINUTE_MS / SECOND_MS,
  hours: HOUR_MS / SECOND_MS,
};

/** The same as a form says it. */
export interface FeedSettingsDraft {
  readonly pace: string;
  readonly every: string;
  readonly unit: string;
  readonly fullText: string;
  readonly excerptChars: string;
  readonly keep: string;
  readonly keepDays: string;
}

/** Settings as a form shows them; what does not apply is filled with what one might begin with. */
export function toFeedSettingsDraft(settings: FeedSettings, usualIntervalSeconds: number): FeedSettingsDraft {
  const { every, unit } = toSpan(
    settings.fixedIntervalSeconds ?? Math.max(MIN_FIXED_INTERVAL_SECONDS, usualIntervalSeconds),
  );
  return {
    pace: settings.fixedIntervalSeconds === undefined ? 'learnt' : 'fixed',
    every: String(every),
    unit,
    fullText: settings.fullText,
    excerptChars: String(settings.excerptChars),
    keep: settings.keepDays === undefined ? 'rule' : 'own',
    keepDays: settings.keepDays === undefined ? '' : String(settings.keepDays),
  };
}

/** In the largest unit that tells it without a rest: `2 hours`, `90 seconds`. */
function toSpan(seconds: number): { readonly every: number; readonly unit: IntervalUnit } {
  const unit = INTERVAL_UNITS.findLast((each) => seconds % UNIT_SECONDS[each] === 0) ?? 'seconds';
  return { every: seconds / UNIT_SECONDS[unit], unit };
}
