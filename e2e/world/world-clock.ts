import type { Clock } from '@/lib/system/clock';

/** The world's own time: the machine's clock, set elsewhere or driven forward on demand. */
export interface WorldClock {
  now(): number;
  advance(ms: number): void;
}

export function createWorldClock(clock: Clock, startAt: Date | undefined): WorldClock {
  let ahead = startAt === undefined ? 0 : startAt.getTime() - clock().getTime();
  return {
    now: () => clock().getTime() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
