import { evalFrames } from './eval-frames';
import { evalParse } from './eval-parse';
import { evalStories } from './eval-stories';
import { evalTags } from './eval-tags';

/** The product's own stages on the command line, for scoring against reference data. Each says how it is used. */
const TASKS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  parse: evalParse,
  tags: evalTags,
  stories: evalStories,
  frames: evalFrames,
};

const [task = '', ...args] = process.argv.slice(2);
const run = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
if (run) {
  process.exitCode = await run(args);
} else {
  process.stderr.write(`Usage: npm run --silent eval -- <${Object.keys(TASKS).join(' | ')}> …\n`);
  process.exitCode = 2;
}
