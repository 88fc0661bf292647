import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './journey';

const PAGES = [
  '/',
  '/token/bitcoin',
  '/token/ai',
  '/topic',
  '/topic/bitcoin',
  '/source',
  '/status',
  '/console/sign-in',
  '/nowhere',
];

for (const theme of ['dark', 'light'] as const) {
  for (const path of PAGES) {
    test(`axe finds nothing on ${path}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
    });
  }

  test(`axe finds nothing on an article and its story, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto('/');
    await page.locator('article[data-story] h3 a').first().click();
    await page.waitForURL(/\/article\//);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
  });
}
