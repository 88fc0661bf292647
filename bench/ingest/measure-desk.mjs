import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded into the desk's process before its first line: answers `begin` and `end` with what it cost in between. */
const RESOLUTION_MS = 10;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
let cpu = process.cpuUsage();

process.on('message', (message) => {
  if (message === 'begin') {
    delay.reset();
    cpu = process.cpuUsage();
    return;
  }
  // The monitor's own timer waits its resolution; what is over is delay.
  const late = (percent) => Math.max(0, delay.percentile(percent) / 1e6 - RESOLUTION_MS);
  const { user, system } = process.cpuUsage(cpu);
  process.send({
    loopP50Ms: late(50),
    loopP99Ms: late(99),
    loopMaxMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
    cpuSeconds: (user + system) / 1e6,
    rssMb: process.memoryUsage().rss / 1e6,
  });
});
process.channel?.unref();
