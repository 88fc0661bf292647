import { fstatSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startWorld } from './world';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    'event-every-ms': { type: 'string' },
    'history-hours': { type: 'string' },
    'news-paused': { type: 'boolean', default: false },
    lab: { type: 'boolean', default: false },
  },
});

const world = await startWorld({
  port: Number(values.port),
  seed: Number(values.seed),
  newsPaused: values['news-paused'],
  lab: values.lab,
  ...(values['event-every-ms'] === undefined ? {} : { eventEveryMs: Number(values['event-every-ms']) }),
  ...(values['history-hours'] === undefined ? {} : { historyHours: Number(values['history-hours']) }),
}).catch((error: unknown) => {
  process.stderr.write(`The pretend internet did not start: ${String(error)}\n`);
  process.exit(1);
});

process.stdout.write(`world ${world.url}\n`);

const stop = () => void world.stop().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// A pipe that ends is the end of whoever started us; a terminal or /dev/null says nothing about that.
const input = fstatSync(process.stdin.fd);
if (input.isFIFO() || input.isSocket()) {
  process.stdin.once('end', stop);
  process.stdin.once('error', stop);
  process.stdin.resume();
}
