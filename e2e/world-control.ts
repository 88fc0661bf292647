/** What a test may ask of the pretend internet. */
export class WorldControl {
  constructor(private readonly url: string) {}

  /** Publishes one item in an outlet's feed, now unless it says otherwise. */
  publish(item: {
    readonly outlet: string;
    readonly title: string;
    readonly html?: string;
    readonly publishedAt?: string;
    readonly repostOf?: string;
  }): Promise<{ readonly url: string; readonly guid: string }> {
    return this.#post('/control/publish', item) as Promise<{ url: string; guid: string }>;
  }

  /** Its outlet gives an item another headline. */
  async retitle(item: { readonly guid: string; readonly title: string }): Promise<void> {
    await this.#post('/control/retitle', item);
  }

  /** Breaks something of a venue until {@link clear}, or for `forMs`. */
  async breakVenue(fault: {
    readonly venue: string;
    readonly kind: string;
    readonly forMs?: number;
    readonly symbol?: string;
  }): Promise<void> {
    await this.#post('/control/fault', fault);
  }

  async breakOutlet(fault: { readonly outlet: string; readonly kind: string }): Promise<void> {
    await this.#post('/control/fault', fault);
  }

  /** Every feed of the lab gets the fault it is there for. */
  async breakLab(): Promise<void> {
    await this.#post('/control/fault', { feed: 'all' });
  }

  async clear(): Promise<void> {
    await this.#post('/control/clear', {});
  }

  async #post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(new URL(path, this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The world refused ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
