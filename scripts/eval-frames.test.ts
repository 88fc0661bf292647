import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

async function evalFrames(venue: string, lines: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/eval.ts', 'frames', venue]);
  child.stdin.end(lines.join('\n'));
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { quotes: out.split('\n').filter((line) => line !== ''), err, code };
}

function recorded(raw: unknown, over: object = {}): string {
  const frame = typeof raw === 'string' ? raw : JSON.stringify(raw);
  return JSON.stringify({ t: Date.UTC(2026, 10, 20), ev: 'in', raw: frame, ...over });
}

it('prints the quotes of a recording and counts the rest', async () => {
  const tickers = [
    {
      e: '24hrMiniTicker',
      E: Date.UTC(2026, 10, 20) - 40,
      s: 'PEPEUSDT',
      c: '0.00000463',
      o: '0.0000045',
      h: '0.000005',
      l: '0.000004',
    },
    { e: '24hrMiniTicker', s: 'ZEROUSDT', c: '0' },
  ];
  const { quotes, err, code } = await evalFrames('binance', [
    JSON.stringify({ t: 1, ev: 'open', url: 'wss://venue' }),
    recorded({ method: 'SUBSCRIBE' }, { ev: 'out' }),
    recorded({ result: null, id: 1 }),
    recorded(tickers, { t: Date.UTC(2026, 10, 20) + 0.25 }),
    recorded('<html>'),
    'no line of a recording',
    '',
  ]);
  expect(code).toBe(0);
  expect(quotes.map((line) => JSON.parse(line))).toMatchObject([
    { venue: 'binance', symbol: 'PEPEUSDT', last: '0.00000463', exchangeAt: '2026-11-19T23:59:59.960Z' },
  ]);
  expect(JSON.parse(err)).toEqual({
    'lines "open"': 1,
    'lines "out"': 1,
    ack: 1,
    'frames with quotes': 1,
    quotes: 1,
    'quotes rejected': 1,
    'garbage: not a JSON object or array': 1,
    'lines that are no recording': 1,
  });
});

it('says which venues it reads when asked for another', async () => {
  const { err, code } = await evalFrames('nowhere', []);
  expect(code).toBe(2);
  expect(err).toContain('binance | coinbase | kraken');
});
