import type { Locator, Page } from '@playwright/test';

/** The operator's feeds. */
export class ConsolePage {
  readonly rows: Locator;
  /** What is wrong with the address just previewed. */
  readonly refusal: Locator;
  /** What the feed just previewed would bring. */
  readonly articles: Locator;

  constructor(readonly page: Page) {
    this.rows = page.getByRole('row');
    this.refusal = page.locator('main').getByRole('alert');
    this.articles = page.getByRole('status').getByRole('listitem');
  }

  async openFeeds(): Promise<void> {
    await this.page.goto('/console/feeds');
  }

  /** Types an address and asks what the desk makes of it: {@link refusal} or {@link articles}. */
  async preview(address: string): Promise<void> {
    await this.page.goto('/console/feeds/new');
    await this.page.getByLabel('Address', { exact: true }).fill(address);
    await this.page.getByRole('button', { name: 'Preview' }).click();
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }
}
