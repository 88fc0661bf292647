import { evalExplain } from './eval-explain';
import { evalFeeds } from './eval-feeds';
import { evalFrames } from './eval-frames';
import { evalOpml } from './eval-opml';
import { evalGuard } from './eval-guard';
import { evalParse } from './eval-parse';
import { evalPolls } from './eval-polls';
import { evalSanitise } from './eval-sanitise';
import { evalStories } from './eval-stories';
import { evalTags } from './eval-tags';

/** The product's own stages on the command line, for scoring against reference data. Each says how it is used. */
const TASKS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  parse: evalParse,
  feeds: evalFeeds,
  tags: evalTags,
  explain: evalExplain,
  stories: evalStories,
  sanitise: evalSanitise,
  frames: evalFrames,
  guard: evalGuard,
  opml: evalOpml,
  polls: evalPolls,
};

const [task = '', ...args] = process.argv.slice(2);
const run = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
if (run) {
  process.exitCode = await run(args);
} else {
  process.stderr.write(`Usage: npm run --silent eval -- <${Object.keys(TASKS).join(' | ')}> …\n`);
  process.exitCode = 2;
}
