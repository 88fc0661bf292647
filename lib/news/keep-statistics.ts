import { refreshStatistics } from '@/db/writes/refresh-statistics';

const FIRST_AFTER = 200;
const THEN_TIMES = 4;

/**
 * The database looks at how large its tables have grown once a minute, and takes a table it never looked at for an
 * empty one. A new desk stores thousands of articles within that minute, each search through all of them: so it is
 * told to look after the first 200, 800, 3,200 … that this process stores.
 * @returns to be called with how many articles were just stored.
 */
export function createStatisticsKeeper(refresh: () => Promise<void> = refreshStatistics): StatisticsKeeper {
  let [stored, next] = [0, FIRST_AFTER];
  return async (count) => {
    stored += count;
    if (stored < next) return;
    while (next <= stored) next *= THEN_TIMES;
    await refresh();
  };
}

export type StatisticsKeeper = (stored: number) => Promise<void>;
