import { expect, test } from 'vitest';
import { useTestDatabase } from '@/db/testing';
import { readInstallation } from '@/db/queries/installation';
import { claimInstallation } from './claim-installation';

const NOW = new Date('2026-11-23T12:00:00Z');

useTestDatabase();

test('a new database takes the world of its first start', async () => {
  expect(await readInstallation()).toBeUndefined();
  await claimInstallation('simulated', NOW);
  expect(await readInstallation()).toMatchObject({ world: 'simulated' });
});

test('the same world may come back', async () => {
  await expect(claimInstallation('simulated', NOW)).resolves.toBeUndefined();
});

test('the other world is refused in words', async () => {
  await expect(claimInstallation('real', NOW)).rejects.toThrow(/never mixed/);
  expect(await readInstallation()).toMatchObject({ world: 'simulated' });
});
