import { afterEach, expect, test, vi } from 'vitest';
import { createServerClock } from './server-clock';

afterEach(() => {
  vi.useRealTimers();
});

function slowMachine(behindMs: number) {
  let server = 1_000_000;
  const clock = createServerClock(() => server - behindMs);
  return { clock, pass: (ms: number) => (server += ms), server: () => server };
}

test.each([
  { behind: 3_600_000, error: 0, machine: 'an hour behind' },
  { behind: -3_600_000, error: 3_600_000, machine: 'an hour ahead' },
])(
  'before the first frame a page corrects a machine $machine by no more than makes quotes older',
  (given) => {
    const { clock, server } = slowMachine(given.behind);
    clock.learnFromPage(server());
    expect(clock.now() - server()).toBe(given.error);
  },
);

test('the first frame sets any machine right', () => {
  for (const behind of [3_600_000, -3_600_000]) {
    const { clock, server } = slowMachine(behind);
    clock.learnFromPage(server());
    clock.learnFromFrame(server());
    expect(clock.now()).toBe(server());
  }
});

test('of frames that were long under way the fastest is believed', () => {
  const { clock, pass, server } = slowMachine(500);
  for (const journey of [80, 20, 900, 300]) {
    const sent = server();
    pass(journey);
    clock.learnFromFrame(sent);
  }
  expect(server() - clock.now()).toBe(20);
});

test('a machine whose clock is set back is noticed within a minute or two', () => {
  let machine = 1_000_000;
  const clock = createServerClock(() => machine);
  clock.learnFromFrame(1_000_000);
  machine += 61_000 + 10_000;
  clock.learnFromFrame(1_061_000);
  expect(clock.now()).toBe(1_061_000);
});

test('an old page out of a cache never makes a quote look young', () => {
  const { clock, pass, server } = slowMachine(0);
  const written = server();
  pass(86_400_000);
  clock.learnFromPage(written);
  expect(clock.now()).toBe(server());
});

test('one timer serves everyone and stops with the last', () => {
  vi.useFakeTimers();
  const clock = createServerClock(() => Date.now());
  const heard: string[] = [];
  const leave = [clock.everySecond(() => heard.push('a')), clock.everySecond(() => heard.push('b'))];
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect(heard).toEqual(['a', 'b', 'a', 'b']);
  for (const out of leave) out();
  expect(vi.getTimerCount()).toBe(0);
});
