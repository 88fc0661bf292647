import type { PageTime } from '@/app/_desk/page-time';
import { Moment } from '@/app/_ui/moment';
import type { ProcessFacts } from '@/lib/operator/process-facts';

/** What runs here, since when, and whose prices it shows. */
export function DeskLine({
  facts,
  isSimulated,
  time,
}: {
  facts: ProcessFacts;
  isSimulated: boolean;
  time: PageTime;
}) {
  return (
    <p className="mt-1.5 text-13 text-muted">
      Tapewire {facts.version}, started <Moment at={facts.startedAt} zone={time.zone} />.{' '}
      {isSimulated ? 'World: simulated. Outlets, news and prices are invented.' : 'World: real.'}
    </p>
  );
}
