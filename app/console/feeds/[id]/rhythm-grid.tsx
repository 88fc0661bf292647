import type { HourRates } from '@/lib/model/rhythm';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const NAMED_HOURS = [0, 6, 12, 18];
const CELL = 12;
const PITCH = 14;
const LEFT = 30;
const TOP = 14;
const FAINTEST = 0.07;

/** Seven days by twenty-four hours: the fuller a field, the more comes in its hour. */
export function RhythmGrid({ rates, label }: { rates: HourRates; label: string }) {
  const most = Math.max(...rates);
  return (
    <svg
      viewBox={`0 0 ${LEFT + 24 * PITCH} ${TOP + 7 * PITCH}`}
      role="img"
      aria-label={label}
      className="mt-2 block w-full max-w-110"
    >
      {NAMED_HOURS.map((hour) => (
        <text key={hour} x={LEFT + hour * PITCH} y={TOP - 5} className="fill-faint text-[9px]">
          {hour} h
        </text>
      ))}
      {DAYS.map((day, index) => (
        <text key={day} x={0} y={TOP + index * PITCH + 10} className="fill-faint text-[9px]">
          {day}
        </text>
      ))}
      {rates.map((rate, hour) => (
        <rect
          key={hour}
          x={LEFT + (hour % 24) * PITCH}
          y={TOP + Math.floor(hour / 24) * PITCH}
          width={CELL}
          height={CELL}
          rx={2}
          className="fill-text"
          fillOpacity={Math.max(FAINTEST, rate / most).toFixed(2)}
        >
          <title>
            {`${DAYS[Math.floor(hour / 24)] ?? ''} ${hour % 24} h: ${rate.toFixed(rate < 1 ? 2 : 1)} an hour`}
          </title>
        </rect>
      ))}
    </svg>
  );
}
