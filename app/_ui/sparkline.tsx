const WIDTH = 288;
const HEIGHT = 40;
const INSET = 2;

/** The last day's closes as one line; nothing where there are too few to show a course. */
export function Sparkline({ closes, label }: { closes: readonly number[]; label: string }) {
  if (closes.length < 2) return null;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      height={HEIGHT}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="block text-muted"
    >
      <polyline
        points={toPoints(closes)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function toPoints(closes: readonly number[]): string {
  const low = Math.min(...closes);
  const spread = Math.max(...closes) - low || 1;
  const step = WIDTH / (closes.length - 1);
  return closes
    .map((close, index) => {
      const y = HEIGHT - INSET - ((close - low) / spread) * (HEIGHT - 2 * INSET);
      return `${(index * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
