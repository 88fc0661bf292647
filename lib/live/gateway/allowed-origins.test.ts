import { expect, test } from 'vitest';
import { allowOrigins } from './allowed-origins';

test.each([
  { origin: undefined, host: 'desk.example', allowed: true, who: 'a program without an Origin' },
  {
    origin: 'https://desk.example',
    host: '10.0.0.5:3000',
    allowed: true,
    who: 'a page of the public address',
  },
  { origin: 'http://localhost:3000', host: 'localhost:3000', allowed: true, who: 'a page of the same host' },
  { origin: 'http://localhost:3000', host: 'LOCALHOST:3000', allowed: true, who: 'a host in capitals' },
  { origin: 'http://localhost:3001', host: 'localhost:3000', allowed: false, who: 'another port' },
  {
    origin: 'https://desk.example.evil.test',
    host: 'desk.example',
    allowed: false,
    who: 'a look-alike host',
  },
  {
    origin: 'http://desk.example',
    host: '10.0.0.5:3000',
    allowed: false,
    who: 'the public host without TLS',
  },
  { origin: 'null', host: 'desk.example', allowed: false, who: 'a sandboxed frame' },
  { origin: '', host: 'desk.example', allowed: false, who: 'an empty Origin' },
])('$who: allowed $allowed', ({ origin, host, allowed }) => {
  expect(allowOrigins('https://desk.example')(origin, host)).toBe(allowed);
});

test('without a public address only the same host may', () => {
  expect(allowOrigins(undefined)('https://desk.example', '10.0.0.5:3000')).toBe(false);
});
