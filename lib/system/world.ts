import { z } from 'zod';
import { SOURCE_KINDS } from '@/lib/model/feed';
import { VENUE_IDS } from '@/lib/model/ids';

const MANIFEST_TIMEOUT_MS = 5_000;

const endpoints = z.object({ ws: z.url({ protocol: /^wss?$/ }), rest: z.url({ protocol: /^https?$/ }) });

const manifest = z.object({
  simulated: z.literal(true),
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      siteUrl: z.url(),
      language: z.string(),
      country: z.string().optional(),
      kind: z.enum(SOURCE_KINDS),
      cryptoOnly: z.boolean(),
      feeds: z.array(z.object({ url: z.url() })),
    }),
  ),
  exchanges: z.record(z.enum(VENUE_IDS), endpoints),
});

/** Where one exchange is spoken to: the base of its websocket and of its REST interface. */
export type ExchangeEndpoints = z.infer<typeof endpoints>;

/** A pretend internet: it replaces every feed and every exchange at once, never some of them. */
export type WorldManifest = z.infer<typeof manifest>;

export class WorldError extends Error {
  override name = 'WorldError';
}

/**
 * Asks a pretend internet what it consists of.
 * @throws {WorldError} when it does not answer, or its manifest does not fit.
 */
export async function readWorldManifest(worldUrl: string): Promise<WorldManifest> {
  const url = new URL('/manifest.json', worldUrl);
  const answer = await fetch(url, { signal: AbortSignal.timeout(MANIFEST_TIMEOUT_MS) })
    .then(async (response) => (response.ok ? ((await response.json()) as unknown) : undefined))
    .catch((error: unknown) => {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new WorldError(`The simulated world at ${worldUrl} does not answer: ${cause}.`, { cause: error });
    });
  const result = manifest.safeParse(answer);
  if (result.success) return result.data;
  throw new WorldError(
    `The simulated world at ${worldUrl} has no manifest that fits: ${z.prettifyError(result.error)}`,
  );
}
