import { text } from 'node:stream/consumers';
import { cleanBody } from '@/lib/news/normalise/clean-body';
import { showBody } from '@/lib/reader/show-body';

/** `eval -- sanitise [--url BASE] < html`: the cleaned body as an article's page would show it. */
export async function evalSanitise(args: readonly string[]): Promise<number> {
  const base = args[0] === '--url' ? args[1] : undefined;
  if (args.length > 0 && (base === undefined || !URL.canParse(base))) {
    process.stderr.write('Usage: eval -- sanitise [--url BASE] < html\n');
    return 2;
  }
  process.stdout.write(`${showBody(cleanBody(await text(process.stdin), base))}\n`);
  return 0;
}
