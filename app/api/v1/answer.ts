import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { readInstallation } from '@/db/queries/installation';

/**
 * A JSON answer of the public interface. Every one says whether prices and news are simulated; one that has not
 * changed since the asker's last is 304.
 */
export async function answerJson(
  request: Request,
  { now, ...body }: { readonly now: Date } & Readonly<Record<string, unknown>>,
): Promise<Response> {
  const said = { simulated: await isSimulated(), ...body };
  const etag = `"${createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 27)}"`;
  const headers = { ...HEADERS, etag };
  if (matches(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  return Response.json({ ...said, now: now.getTime() }, { headers });
}

/** What is wrong with the question, and where. */
export async function answerProblem(status: 400 | 404, problem: Problem): Promise<Response> {
  const said = { simulated: await isSimulated(), error: problem };
  return Response.json(said, { status, headers: HEADERS });
}

/** The query string as the route's schema reads it, or the answer that says what does not fit. */
export async function readQuery<T>(request: Request, schema: z.ZodType<T>): Promise<QueryReading<T>> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const result = schema.safeParse(given);
  if (result.success) return { kind: 'read', query: result.data };
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') || 'query';
  const message = issue?.message ?? 'It does not fit.';
  return { kind: 'bad', answer: await answerProblem(400, { code: 'bad-query', where, message }) };
}

const HEADERS = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };

let simulated: boolean | undefined;

/** Written once in the life of a database, so read once in the life of a process. */
async function isSimulated(): Promise<boolean> {
  if (simulated !== undefined) return simulated;
  const installation = await readInstallation();
  if (installation) simulated = installation.world === 'simulated';
  return installation?.world === 'simulated';
}

function matches(header: string | null, etag: string): boolean {
  const known = header?.split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  return known !== undefined && (known.includes(etag) || known.includes('*'));
}

interface Problem {
  readonly code: 'bad-query' | 'unknown-token';
  /** The parameter that does not fit. */
  readonly where: string;
  readonly message: string;
}

type QueryReading<T> =
  { readonly kind: 'read'; readonly query: T } | { readonly kind: 'bad'; readonly answer: Response };
