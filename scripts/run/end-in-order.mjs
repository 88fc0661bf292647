const LOOK_EVERY_MS = 500;

/**
 * Turns every way a terminal or npm ends us into the one signal that stops the desk in order.
 * A SIGTERM for npm goes no further than the shell between us, whose end is all that can be seen of it.
 */
export function endInOrder() {
  const stop = () => process.kill(process.pid, 'SIGTERM');
  process.on('SIGHUP', stop);
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, LOOK_EVERY_MS);
  timer.unref();
}
