import { expect, test } from 'vitest';
import { hubAddress } from './hub-address';

const WORLD = 'http://127.0.0.1:4747';

test.each([
  ['https://desk.example', undefined, 'https://desk.example'],
  ['http://localhost:3000', undefined, undefined],
  ['http://192.168.1.5:3000', undefined, undefined],
  ['http://desk', undefined, undefined],
  ['http://127.0.0.1:3000', WORLD, 'http://127.0.0.1:3000'],
  [undefined, undefined, undefined],
])('a desk at %s in the world %s is told of news at %s', (PUBLIC_URL, SIMULATED_WORLD, address) => {
  expect(hubAddress({ PUBLIC_URL, SIMULATED_WORLD, ALLOW_PRIVATE_NETWORKS: false })).toBe(address);
});
