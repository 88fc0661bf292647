import type { Locator, Page } from '@playwright/test';

/** Lists of feeds: where they are brought, and what became of one. */
export class OpmlPage {
  /** Of the list that is open. */
  readonly lines: Locator;

  constructor(readonly page: Page) {
    this.lines = page.locator('tbody').getByRole('row');
  }

  async open(): Promise<void> {
    await this.page.goto('/console/opml');
  }

  async bring(name: string, text: string): Promise<void> {
    await this.send({ name, mimeType: 'text/x-opml', buffer: Buffer.from(text) });
  }

  async bringFile(path: string): Promise<void> {
    await this.send(path);
  }

  line(title: string): Locator {
    return this.lines.filter({ has: this.page.getByRole('rowheader').filter({ hasText: title }) });
  }

  async only(result: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Lines by result' })
      .getByRole('link', { name: result })
      .click();
  }

  private async send(file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
    await this.page.getByLabel('OPML file').setInputFiles(file);
    await this.page.getByRole('button', { name: 'Import' }).click();
  }
}
