import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true');

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  /** Where the embedded database and the generated secret live. */
  DATA_DIR: z.string().min(1).optional(),
  /** Any Postgres ≥ 15 instead of the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The address readers use, e.g. https://desk.example: links, cookies and the Origin check follow it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs sessions and image addresses; generated into DATA_DIR where unset. */
  SECRET: z.string().min(32).optional(),
  /** Address of a pretend internet: every feed and price then comes from there and every page says so. */
  SIMULATED_WORLD: z.url({ protocol: /^http$/ }).optional(),
  /** Lets feeds and images come from private addresses: for a desk inside a LAN. */
  ALLOW_PRIVATE_NETWORKS: flag.default(false),
  /** Shown in the repost notice. */
  REMOVAL_CONTACT: z.string().min(3).optional(),
  /** Lines for people, or JSON for a log collector. */
  LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Env = Readonly<z.infer<typeof schema>>;

export class EnvError extends Error {
  override name = 'EnvError';
}

/**
 * Reads the environment once, by name and type.
 * @throws {EnvError} one sentence per variable that does not fit.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvError(`The environment does not fit (see .env.example):\n${lines.join('\n')}`);
}
