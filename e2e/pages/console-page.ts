import type { Locator, Page } from '@playwright/test';

/** The operator's feeds. */
export class ConsolePage {
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.rows = page.getByRole('row');
  }

  async openFeeds(): Promise<void> {
    await this.page.goto('/console/feeds');
  }

  /** Types an address and waits for what the desk says of it. */
  async preview(address: string): Promise<Locator> {
    await this.page.goto('/console/feeds/new');
    await this.page.getByLabel('Address', { exact: true }).fill(address);
    await this.page.getByRole('button', { name: 'Preview' }).click();
    await this.page.getByRole('button', { name: 'Looking…' }).waitFor({ state: 'hidden' });
    return this.page.locator('main');
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }
}
