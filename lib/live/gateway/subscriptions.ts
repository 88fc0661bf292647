import {
  MAX_SUBSCRIPTIONS,
  RATES,
  type Rate,
  type RefusedSubscription,
  type ResumePoint,
} from '@/lib/live/protocol';
import type { Ledger, LedgerEntry } from './ledger';

/**
 * What one client wants and how far it has been served. Tokens of one rate travel in one lane;
 * a lane that was skipped simply lags, and is served the newest rows when its turn comes.
 */
export function createSubscriptions(ledger: Ledger): Subscriptions {
  const lanes: Readonly<Record<Rate, Lane>> = { focus: newLane(), tape: newLane(), idle: newLane() };
  const all = Object.values(lanes);
  const size = (): number => lanes.focus.entries.size + lanes.tape.entries.size + lanes.idle.entries.size;
  let ceiling: Rate = 'focus';

  const enlist = (id: string, lane: Lane): void => {
    if (lane.entries.size === 0) lane.servedSeq = ledger.seq();
    for (const other of all) if (other !== lane) other.entries.delete(id);
    lane.entries.set(id, ledger.entryOf(id));
  };

  return {
    size,
    add({ ids, rate, since, isKnown }) {
      const ok: string[] = [];
      const bad: RefusedSubscription[] = [];
      for (const id of new Set(ids)) {
        const held = all.some((lane) => lane.entries.has(id));
        if (!isKnown(id)) bad.push({ id, error: 'unknown' });
        else if (!held && size() >= MAX_SUBSCRIPTIONS) bad.push({ id, error: 'limit' });
        else {
          enlist(id, lanes[rate]);
          ok.push(id);
        }
      }
      return {
        ok,
        bad,
        fragments: fragmentsSince(
          ok.map((id) => ledger.entryOf(id)),
          resumeFrom(ledger, since),
        ),
      };
    },
    remove(ids) {
      for (const id of ids) for (const lane of all) lane.entries.delete(id);
    },
    limitRate(rate) {
      ceiling = rate;
    },
    takeDue(isDue) {
      const fragments: string[] = [];
      for (const rate of RATE_NAMES) {
        const lane = lanes[rate];
        if (lane.servedSeq === ledger.seq() || !isDue(slowest(rate, ceiling))) continue;
        fragments.push(...fragmentsSince(lane.entries.values(), lane.servedSeq));
        lane.servedSeq = ledger.seq();
      }
      return fragments;
    },
    resumeSeq() {
      const busy = all.filter((lane) => lane.entries.size > 0);
      return Math.min(ledger.seq(), ...busy.map((lane) => lane.servedSeq));
    },
  };
}

const RATE_NAMES = Object.keys(RATES) as Rate[];

function newLane(): Lane {
  return { entries: new Map(), servedSeq: 0 };
}

/** Another epoch, or a number we never reached, knows nothing of us: everything is newer. */
function resumeFrom(ledger: Ledger, since: ResumePoint | undefined): number {
  return since !== undefined && since.epoch === ledger.epoch && since.seq <= ledger.seq() ? since.seq : 0;
}

function fragmentsSince(entries: Iterable<LedgerEntry>, seq: number): string[] {
  const fragments: string[] = [];
  for (const { version, fragment } of entries) {
    if (version > seq && fragment !== undefined) fragments.push(fragment);
  }
  return fragments;
}

function slowest(rate: Rate, ceiling: Rate): Rate {
  return RATES[rate] >= RATES[ceiling] ? rate : ceiling;
}

export interface Subscriptions {
  size(): number;
  /** Also returns the rows the client does not hold yet. */
  add(request: SubscribeRequest): {
    readonly ok: readonly string[];
    readonly bad: readonly RefusedSubscription[];
    readonly fragments: readonly string[];
  };
  remove(ids: readonly string[]): void;
  /** No lane faster than this. */
  limitRate(rate: Rate): void;
  /** The rows that changed in every lane whose turn it is; they count as served. */
  takeDue(isDue: (rate: Rate) => boolean): readonly string[];
  /** Every change up to here has been served, in every lane. */
  resumeSeq(): number;
}

interface SubscribeRequest {
  readonly ids: readonly string[];
  readonly rate: Rate;
  readonly since: ResumePoint | undefined;
  readonly isKnown: (id: string) => boolean;
}

interface Lane {
  readonly entries: Map<string, LedgerEntry>;
  servedSeq: number;
}
