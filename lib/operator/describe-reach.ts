import type { Intake } from '@/db/queries/intake';
import { VENUE_NAMES, type VenueStatus } from '@/lib/model/venue';

/** One report after a start: what answers, what does not and since when, and what to do where nothing does. */
export function describeReach(
  intake: Intake,
  venues: readonly VenueStatus[],
): { good: boolean; words: string } {
  const down = venues.filter((venue) => venue.state !== 'up');
  const nothing = intake.failing > 0 && intake.lastSuccessAt === undefined && down.length === venues.length;
  const parts = [
    `${intake.asked - intake.failing} of ${intake.feeds} feeds answer${sinceWhen(intake)}.`,
    ...down.map((venue) => `${VENUE_NAMES[venue.venue]} does not, since ${toTime(venue.since)}.`),
    nothing ? 'Is there a network? `npm run demo` shows the desk on a pretend internet.' : undefined,
  ];
  return {
    good: intake.failing === 0 && down.length === 0,
    words: parts.filter((part) => part !== undefined).join(' '),
  };
}

function sinceWhen({ failing, failingSince }: Intake): string {
  if (failing === 0) return '';
  const since = failingSince === undefined ? '' : ` since ${toTime(failingSince)}`;
  return `; ${failing} cannot be reached or read${since}`;
}

function toTime(at: Date): string {
  return `${at.toISOString().slice(11, 16)} UTC`;
}
