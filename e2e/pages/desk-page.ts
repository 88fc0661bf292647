import type { Locator, Page } from '@playwright/test';

/** The front page: board, stories, river. */
export class DeskPage {
  readonly stories: Locator;
  readonly boardPrices: Locator;
  readonly newStories: Locator;
  readonly connection: Locator;

  constructor(readonly page: Page) {
    this.stories = page.locator('article[data-story]');
    this.boardPrices = page.getByRole('table', { name: /Prices/ }).locator('[data-live-price]');
    this.newStories = page.getByRole('button', { name: /\d+ new/ });
    this.connection = page.locator('[data-connection]');
  }

  async open(): Promise<void> {
    await this.page.goto('/');
  }

  /** Open, with prices and stories coming in. */
  async openLive(): Promise<void> {
    await this.open();
    await this.page.locator('[data-connection="live"]').waitFor();
  }

  story(title: string): Locator {
    return this.stories.filter({ hasText: title });
  }

  /** What the board shows now: token → price as printed. */
  async prices(): Promise<ReadonlyMap<string, string>> {
    const cells = await this.boardPrices.evaluateAll((elements) =>
      elements.map(
        (element) => [element.getAttribute('data-live-price') ?? '', element.textContent ?? ''] as const,
      ),
    );
    return new Map(cells);
  }
}
