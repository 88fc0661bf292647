import { PolitenessLedger } from '@/app/_desk/politeness-ledger';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import type { Politeness as Sums } from '@/lib/model/politeness';

/** How the desk treats the sites it asks. */
export function Politeness({ week, month }: { week: Sums; month: Sums }) {
  return (
    <section aria-labelledby="politeness" className="mt-6">
      <ColumnHeading
        id="politeness"
        title="Politeness"
        aside="how often we ask, and what it costs the sites"
      />
      {month.polls === 0 ? (
        <Note>No feed has been asked yet.</Note>
      ) : (
        <PolitenessLedger
          heading="Time"
          caption="What asking the feeds has come to"
          rows={[
            ['7 days', week],
            ['30 days', month],
          ]}
        />
      )}
    </section>
  );
}
