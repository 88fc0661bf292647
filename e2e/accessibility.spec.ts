import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
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
/** All that axe judges by colours: nothing else changes with the theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const path of PAGES) {
  test(`axe finds nothing on ${path}, dark or light`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await checkInBothThemes(page);
  });
}

test('axe finds nothing on an article and its story, dark or light', async ({ page }) => {
  await page.goto('/');
  const link = page.locator('article[data-story] h3 a').first();
  const title = await link.innerText();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await checkInBothThemes(page);
});

/** The theme follows the machine's: it changes under the open page. */
async function checkInBothThemes(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await readBackground(page);
  await expectNothingFound(axe(page));
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => readBackground(page)).not.toBe(dark);
  await expectNothingFound(axe(page).withRules(COLOUR_RULES));
}

/** In the page itself: it has no frames of others. */
function axe(page: Page): AxeBuilder {
  // Of what is right, which rules saw it is enough: describing every element takes longer than judging it.
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

async function expectNothingFound(builder: AxeBuilder): Promise<void> {
  const { violations, passes } = await builder.analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
}

function readBackground(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
