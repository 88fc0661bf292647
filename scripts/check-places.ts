import { existsSync, readdirSync, readFileSync } from 'node:fs';

const ROOMS = ['app', 'lib', 'db', 'e2e', 'bench', 'scripts'];

/** What lint cannot express: things that are right in some places of the house and wrong in all others. */
const RULES: readonly Rule[] = [
  {
    what: 'reads the clock: time comes in as a parameter',
    pattern: /\bDate\.now\(\)|\bnew Date\(\)/,
    allowed:
      /^(server\.ts|lib\/system\/clock\.ts|scripts\/|bench\/|e2e\/|app\/_client\/|app\/(.*\/)?(page\.tsx|route\.ts|([a-z-]+-)?actions\.ts)|app\/_desk\/page-time\.ts)/,
  },
  {
    what: `hydrates: 'use client' belongs in app/_client`,
    pattern: /^['"]use client['"]/m,
    // Next takes an error screen only from a file that says so itself.
    allowed: /^app\/(_client\/|error\.tsx$)/,
  },
  {
    what: 'knows React or Next: they belong in app',
    pattern: /from '(react|react-dom|next|swr)(\/[^']*)?'/,
    allowed: /^(app\/|server\.ts|proxy\.ts|instrumentation\.ts|next\.config\.ts)/,
  },
  {
    what: 'speaks SQL: it belongs in db',
    pattern: /from '(pg|drizzle-orm)(\/[^']*)?'/,
    allowed: /^db\/|\.test\.ts$|^e2e\/|^bench\/|^scripts\//,
  },
  {
    what: 'has an enum: use a union of literals',
    pattern: /^\s*(export )?(declare )?(const )?enum \w/m,
    allowed: /^$/,
  },
  {
    what: 'writes to the console: use the log',
    pattern: /\bconsole\.\w+\(/,
    allowed: /^(scripts|bench|e2e)\//,
  },
];

/** Drawers that things are thrown into; a folder has the name of what it knows. */
const DRAWER = /(^|\/)(utils?|helpers?|common|misc|shared|managers?|services?|index)(\.tsx?|\/)/;

const TEST = /\.(test|spec)\.tsx?$|\/testing(\.ts$|\/)/;

const files = listFiles();
const found = [
  ...files.filter((file) => DRAWER.test(file)).map((file) => `${file}: its name says nothing`),
  ...files.flatMap(findMisplaced),
];
if (found.length > 0) {
  console.error(found.join('\n'));
  process.exitCode = 1;
} else console.log(`${RULES.length} rules of place hold in ${files.length} files`);

function listFiles(): string[] {
  const inRooms = ROOMS.filter((room) => existsSync(room)).flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map(
      (file) => `${room}/${file.replaceAll('\\', '/')}`,
    ),
  );
  return [...readdirSync('.'), ...inRooms].filter((file) => /\.tsx?$/.test(file));
}

function findMisplaced(file: string): string[] {
  const code = withoutComments(readFileSync(file, 'utf8'));
  return RULES.filter(({ allowed }) => !allowed.test(file))
    .filter(({ what }) => !(TEST.test(file) && what.startsWith('reads the clock')))
    .filter(({ pattern }) => pattern.test(code))
    .map(({ what }) => `${file} ${what}`);
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

interface Rule {
  readonly what: string;
  readonly pattern: RegExp;
  /** The files that may. */
  readonly allowed: RegExp;
}
