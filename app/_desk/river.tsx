import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import { HeadlineTitle } from '@/app/_ui/headline-title';
import { formatClock, formatDay, formatMoment, hourKey, zoneNameAt } from '@/lib/core/format-time';
import type { Headline } from '@/lib/model/headline';
import type { PageTime } from './page-time';

/** Everything in plain order of time, reposts dimmed. */
export function River({ headlines, time }: { headlines: readonly Headline[]; time: PageTime }) {
  return (
    <section aria-labelledby="river">
      <div className="sticky top-0 bg-bg">
        <ColumnHeading id="river" title="River" aside={`times in ${zoneNameAt(time.now, time.zone)}`} />
      </div>
      {headlines.length === 0 && <Note>Nothing yet: every article appears here the moment it is seen.</Note>}
      {groupByHour(headlines, time.zone).map((group) => (
        <section key={group.key}>
          <h3 className="pt-2.5 pb-1 text-11 font-normal text-faint">
            {formatDay(group.headlines[0].at, time.zone, time.now)}, {group.hour}
          </h3>
          <ol>
            {group.headlines.map((headline) => (
              <RiverRow key={headline.id} headline={headline} zone={time.zone} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function RiverRow({ headline, zone }: { headline: Headline; zone: string }) {
  return (
    <li className="flex min-h-7 gap-2 py-1.25 text-12 pointer-coarse:min-h-11 pointer-coarse:py-2.5">
      <time
        dateTime={headline.at.toISOString()}
        title={formatMoment(headline.at, zone)}
        className="w-9 shrink-0 text-faint"
      >
        {formatClock(headline.at, zone)}
      </time>
      <p
        className={`line-clamp-2 min-w-0 grow ${headline.repost ? 'text-muted' : ''}`}
        dir="auto"
        title={headline.title}
      >
        <bdi className="text-faint">
          {headline.source.name}
          {headline.repost && ', repost'}
        </bdi>{' '}
        <HeadlineTitle headline={headline} />
      </p>
    </li>
  );
}

function groupByHour(headlines: readonly Headline[], zone: string) {
  const groups: { key: string; hour: string; headlines: [Headline, ...Headline[]] }[] = [];
  for (const headline of headlines) {
    const key = hourKey(headline.at, zone);
    const last = groups.at(-1);
    if (last?.key === key) last.headlines.push(headline);
    else groups.push({ key, hour: `${key.slice(-2)}:00`, headlines: [headline] });
  }
  return groups;
}
