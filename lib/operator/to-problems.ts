import type { z } from 'zod';

/** What does not fit, by the field it stands in; of several the first. */
export function toProblems(error: z.ZodError): Readonly<Record<string, string>> {
  return Object.fromEntries(
    error.issues.toReversed().map((issue) => [String(issue.path[0] ?? ''), issue.message]),
  );
}
