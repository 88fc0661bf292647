import { readPendingLines, readRunningImports } from '@/db/queries/pending-opml-lines';
import { settleOpmlLines } from '@/db/writes/settle-opml-lines';
import { SECOND_MS } from '@/lib/core/time';
import type { JudgedLine } from '@/lib/model/opml-import';
import type { AddressPolicy } from '@/lib/system/address-guard';
import { systemClock, type Clock } from '@/lib/system/clock';
import { readEnv } from '@/lib/system/env';
import { addressPolicyFor } from '@/lib/system/http';
import { createLog, type Logger } from '@/lib/system/log';
import { singleton } from '@/lib/system/singleton';
import { judgeLine } from './judge-line';

const LINES_AT_ONCE = 20;
/** Between two batches: pages and polls come first. */
const PAUSE_MS = 40;
const RETRY_AFTER_MS = 5 * SECOND_MS;
const OWN_FAULT = 'It could not be stored for a reason of our own; the log of the server says which.';

export interface ImportSettings {
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error' | 'info'>;
  readonly addresses: AddressPolicy;
}

/** One worker for the whole process, whichever of its parts wakes it. */
const work = singleton<Work>('opml-import-work', () => ({
  running: undefined,
  isStopping: false,
  isCalled: false,
}));

/**
 * Works off what is pending, this process's turn or a former one's, and goes to rest after the last line. Imports
 * advance side by side, a few lines at a time. Calling it while it works is fine.
 */
export function wakeImports(settings: ImportSettings = processImportSettings()): void {
  work.isCalled = true;
  if (work.isStopping) return;
  work.running ??= workOff(settings).finally(() => {
    work.running = undefined;
    if (work.isCalled) wakeImports(settings);
  });
}

/** Takes up what a stopped process left, and returns how to stop again: after the batch in hand. */
export function resumeImports(settings?: ImportSettings): () => Promise<void> {
  work.isStopping = false;
  wakeImports(settings);
  return async () => {
    work.isStopping = true;
    await work.running;
  };
}

async function workOff(settings: ImportSettings): Promise<void> {
  while (!work.isStopping) {
    work.isCalled = false;
    try {
      // Woken between our look and our rest, we look again.
      const imports = await readRunningImports();
      for (const importId of imports) await workOffBatch(importId, settings);
      if (imports.length === 0 && !work.isCalled) return;
      await pause(PAUSE_MS);
    } catch (error) {
      settings.log.error({ err: error }, 'Lists of feeds could not be worked off; trying again');
      await pause(RETRY_AFTER_MS);
    }
  }
}

async function workOffBatch(importId: number, { clock, log, addresses }: ImportSettings): Promise<void> {
  const pending = await readPendingLines(importId, LINES_AT_ONCE);
  const lines = pending.map((line): JudgedLine => {
    return { position: line.position, verdict: judgeLine(line, addresses) };
  });
  try {
    await settleOpmlLines(importId, lines, clock());
  } catch (error) {
    log.error({ err: error, importId }, 'A batch of a list failed; its lines are tried one by one');
    await settleOneByOne(importId, lines, clock);
  }
}

/** A line that cannot be stored is told so and never stands in the way of the others. */
async function settleOneByOne(importId: number, lines: readonly JudgedLine[], clock: Clock): Promise<void> {
  for (const line of lines) {
    await settleOpmlLines(importId, [line], clock()).catch(() => {
      const verdict = { kind: 'refused', message: OWN_FAULT } as const;
      return settleOpmlLines(importId, [{ position: line.position, verdict }], clock());
    });
  }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

function processImportSettings(): ImportSettings {
  const env = readEnv();
  return { clock: systemClock, log: createLog(env), addresses: addressPolicyFor(env) };
}

interface Work {
  running: Promise<void> | undefined;
  isStopping: boolean;
  /** Somebody called since the last look. */
  isCalled: boolean;
}
