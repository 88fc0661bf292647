import pino from 'pino';
import { expect, test } from 'vitest';
import type { VenueStatus } from '@/lib/model/venue';
import { createMemoryBus, processBus } from './memory';

const KRAKEN_UP: VenueStatus = {
  venue: 'kraken',
  state: 'up',
  since: new Date('2026-11-23T12:00:00Z'),
  reason: undefined,
  lastDataAt: undefined,
  reconnects: 0,
};

function busWithFailures() {
  const failures: string[] = [];
  const bus = createMemoryBus((topic, error) => failures.push(`${topic}: ${String(error)}`));
  return { bus, failures };
}

test('every listener of a topic hears an event, no other does', () => {
  const { bus } = busWithFailures();
  const heard: string[] = [];
  bus.subscribe('venue', (status) => heard.push(`first ${status.state}`));
  bus.subscribe('venue', (status) => heard.push(`second ${status.state}`));
  bus.subscribe('news', () => heard.push('news'));
  bus.publish('venue', KRAKEN_UP);
  expect(heard).toEqual(['first up', 'second up']);
});

test('a listener that throws is reported and keeps nobody from hearing', () => {
  const { bus, failures } = busWithFailures();
  const heard: string[] = [];
  bus.subscribe('venue', () => {
    throw new Error('broken');
  });
  bus.subscribe('venue', () => heard.push('heard'));
  expect(() => bus.publish('venue', KRAKEN_UP)).not.toThrow();
  expect(heard).toEqual(['heard']);
  expect(failures).toEqual(['venue: Error: broken']);
});

test('a listener that fails later is reported too', async () => {
  const { bus, failures } = busWithFailures();
  // A function of no arguments may return a promise where none is expected.
  const fail = (): unknown => Promise.resolve().then(() => Promise.reject(new Error('late')));
  bus.subscribe('venue', fail);
  bus.publish('venue', KRAKEN_UP);
  await expect.poll(() => failures).toEqual(['venue: Error: late']);
});

test('who left hears nothing more, and the same function may listen twice', () => {
  const { bus } = busWithFailures();
  let count = 0;
  const listen = () => (count += 1);
  const leave = bus.subscribe('venue', listen);
  bus.subscribe('venue', listen);
  bus.publish('venue', KRAKEN_UP);
  leave();
  leave();
  bus.publish('venue', KRAKEN_UP);
  expect(count).toBe(3);
});

test('a listener may leave or join while an event is delivered', () => {
  const { bus } = busWithFailures();
  const heard: string[] = [];
  const leave = bus.subscribe('venue', () => {
    heard.push('once');
    leave();
    bus.subscribe('venue', () => heard.push('joined'));
  });
  bus.publish('venue', KRAKEN_UP);
  expect(heard).toEqual(['once']);
  bus.publish('venue', KRAKEN_UP);
  expect(heard).toEqual(['once', 'joined']);
});

test('the process has one bus, and the log given first writes its failures', () => {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const early = processBus();
  const bus = processBus(log);
  expect(bus).toBe(early);
  const leave = bus.subscribe('venue', () => {
    throw new Error('broken');
  });
  bus.publish('venue', KRAKEN_UP);
  leave();
  expect(lines.join('')).toContain('A listener on the bus failed');
});
