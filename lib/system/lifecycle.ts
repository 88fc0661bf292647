import type { Logger } from './log';

const STOP_WITHIN_MS = 15_000;

type Stop = () => Promise<void> | void;

/**
 * Runs `start`, then waits for SIGTERM or SIGINT and stops what it registered, the last first.
 * A start that fails stops what already ran, says why in a sentence and ends with exit code 1.
 */
export async function runUntilStopped(
  log: Logger,
  start: (onStop: (name: string, stop: Stop) => void) => Promise<void>,
): Promise<void> {
  const stops: { name: string; stop: Stop }[] = [];
  const stopAll = once(async (exitCode: number) => {
    const deadline = setTimeout(() => process.exit(1), STOP_WITHIN_MS);
    deadline.unref();
    for (const { name, stop } of stops.toReversed()) {
      await Promise.resolve()
        .then(stop)
        .catch((error: unknown) => log.error({ err: error }, `Could not stop ${name} cleanly`));
    }
    process.exit(exitCode);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info('Stopping');
      void stopAll(0);
    });
  }
  try {
    await start((name, stop) => stops.push({ name, stop }));
  } catch (error) {
    log.fatal(describeFailure(error));
    await stopAll(1);
  }
}

/** What a person needs to read: the sentence of an error we foresaw, the stack of one we did not. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken by another program. Set PORT to a free one, e.g. PORT=3001 npm start.';
  }
  const foreseen = error.name !== 'Error' && error.name !== 'TypeError';
  return foreseen ? error.message : (error.stack ?? error.message);
}

function once<A extends unknown[]>(run: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  let running: Promise<void> | undefined;
  return (...args) => (running ??= run(...args));
}
