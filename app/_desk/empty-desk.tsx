import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { readIntake, type Intake } from '@/db/queries/intake';
import { formatMoment } from '@/lib/core/format-time';
import type { PageTime } from './page-time';

/** Why there is nothing to read yet, and where to look. */
export async function EmptyDesk({ time }: { time: PageTime }) {
  const intake = await readIntake();
  return (
    <Note>
      {emptyWords(intake, time.zone)}{' '}
      <DeskLink href="/status" className="text-text underline">
        How every feed is doing
      </DeskLink>
    </Note>
  );
}

function emptyWords(intake: Intake, zone: string): string {
  if (intake.feeds === 0) return 'No feed is in the catalogue yet: an operator adds them in the console.';
  if (intake.failing > 0 && intake.lastSuccessAt === undefined && intake.failing >= intake.asked) {
    const since = intake.failingSince ? ` since ${formatMoment(intake.failingSince, zone)}` : '';
    return `None of the ${intake.asked} feeds asked so far can be reached${since}. The desk keeps trying; is there a network?`;
  }
  if (intake.asked < intake.feeds) {
    return `The first poll is under way: ${intake.asked} of ${intake.feeds} feeds have been asked. Stories appear here as they come in.`;
  }
  return `All ${intake.feeds} feeds have been asked and none has brought an article yet.`;
}
