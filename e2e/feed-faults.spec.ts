import { LAB_NAMES, labSlug, type LabName } from '@/e2e/world/lab/lab-feeds';
import { expect, test } from './journey';
import { readLab, type LabReading } from './read-lab';

interface Expected {
  readonly state: 'well' | 'late' | 'ill' | 'dead';
  /** What the operator reads of it: the state's reason, what was found, the log. */
  readonly says?: RegExp;
  /** Seconds from the last answer to the next question, and why then. */
  readonly next: readonly [from: number, to: number] | undefined;
  readonly why: RegExp;
  /** Articles there are, where it is not just those of before. */
  readonly articles?: number;
  /** What else has to be so. */
  readonly also?: (reading: LabReading) => boolean;
  /** At least so many polls since the fault, where nothing else would show that there were any. */
  readonly polls?: number;
}

const ARTICLES = 12;
/** While another site lets us wait for half a minute, in which six are to be expected. */
const POLLS_OF_A_NEIGHBOUR_MEANWHILE = 3;

/** Asked as always, with up to a tenth more. */
const ASKED_ON = { state: 'well', next: [4, 6], why: /every 5 s/, polls: 1 } as const;
/** Ten seconds, twenty, forty: later and later, never "no more", however long a slow machine takes to get there. */
const TRIED_AGAIN = {
  state: 'ill',
  next: [9, 400],
  why: /failed .*: tried again in \d+ (?:s|min)/,
  also: isTriedAgainAsSaid,
} as const;

const NEIGHBOUR: Expected = {
  ...ASKED_ON,
  also: ({ pollsMeanwhile }) => pollsMeanwhile >= POLLS_OF_A_NEIGHBOUR_MEANWHILE,
};

const TABLE: Readonly<Record<LabName, Expected>> = {
  'neighbour-one': NEIGHBOUR,
  'neighbour-two': NEIGHBOUR,
  'neighbour-three': NEIGHBOUR,

  'not-found': { ...TRIED_AGAIN, says: /no such page \(404\)/ },
  gone: {
    state: 'dead',
    says: /twice in a row that the feed is gone for good \(410\)/,
    next: undefined,
    why: /not asked again until an operator resumes it/,
  },
  'too-often': { state: 'ill', says: /less often \(429\)/, next: [600, 661], why: /told to wait 10 min/ },
  unavailable: { state: 'ill', says: /not available.* \(503\)/, next: [240, 265], why: /told to wait 4 min/ },
  trouble: { ...TRIED_AGAIN, says: /trouble of its own \(500\)/ },
  challenge: { ...TRIED_AGAIN, says: /bot protection turned us away \(403/ },
  password: { ...TRIED_AGAIN, says: /password \(401\)/ },

  timeout: { ...TRIED_AGAIN, says: /did not answer in time/ },
  slow: { ...TRIED_AGAIN, says: /did not finish its answer within \d+ s/ },
  reset: { ...TRIED_AGAIN, says: /broke the connection off|sent less than it had announced/ },
  refused: { ...TRIED_AGAIN, says: /refused the connection/ },

  'redirect-loop': { ...TRIED_AGAIN, says: /redirects in a circle|redirects more than \d+ times/ },
  private: { ...TRIED_AGAIN, says: /may not be reached: 10\.255\.255\.1/ },
  moved: {
    ...ASKED_ON,
    says: /moved for good .*and is asked there/,
    also: ({ url }) => url.endsWith('/moved/feed.xml'),
  },

  html: { ...TRIED_AGAIN, says: /page for people|web page|HTML/i },
  repairable: { ...ASKED_ON, says: /repaired/ },
  hopeless: { ...TRIED_AGAIN, says: /no feed|not a feed|JSON/i },
  truncated: { ...ASKED_ON, says: /repaired|cut|salvaged/i },
  'wrong-charset': { ...ASKED_ON, also: ({ revised }) => revised === 0 },
  'empty-body': { ...TRIED_AGAIN, says: /empty|nothing/i },
  huge: { ...TRIED_AGAIN, says: /larger than \d+ MB/ },
  'gzip-bomb': { ...TRIED_AGAIN, says: /larger than \d+ MB/ },

  empty: { ...TRIED_AGAIN, says: /no item at all, where it had 12\. What we have stays/ },
  shrunken: { ...ASKED_ON, says: /3 items, where it had 12\. What we have stays/ },
  flood: { ...ASKED_ON, says: /200 new articles came at once/, articles: ARTICLES + 200 },
  'same-dates': { ...ASKED_ON, says: /All 12 items claim the same moment/ },
  'missing-dates': ASKED_ON,
  'future-dates': { ...ASKED_ON, says: /come from the future: set back to first sight/ },
  'new-guids': { ...ASKED_ON, says: /12 articles we have came under new ids/ },
  'one-guid': ASKED_ON,
  language: { ...ASKED_ON, says: /are in German, where it used to write English/, articles: ARTICLES + 6 },
  retitled: { ...ASKED_ON, also: ({ headlineChanges }) => headlineChanges === 3 },
  withdrawn: { ...ASKED_ON, also: ({ withdrawn }) => withdrawn === 2 },
  unconditional: { ...ASKED_ON, also: ({ unchanged, notModified }) => unchanged > 0 && notModified === 0 },
  silent: {
    ...ASKED_ON,
    state: 'late',
    says: /No new article for 6 d, where about \d+ were to be expected/,
    articles: 56,
  },
};

test(`${LAB_NAMES.length} feeds, each with its own fault: right state, right words, right next poll`, async ({
  pair,
  world,
  page,
}) => {
  test.setTimeout(420_000);
  const sound = await readLab(pair.dataDir, new Date());
  expect(sound.map(({ name }) => name).toSorted()).toEqual([...LAB_NAMES].toSorted());
  for (const { name, state } of sound) expect(state, name).toBe(name === 'silent' ? 'late' : 'well');

  await world.breakLab();
  const brokenAt = new Date();
  let readings: readonly LabReading[] = [];
  const complain = async (): Promise<readonly string[]> => {
    readings = await readLab(pair.dataDir, brokenAt);
    return readings.flatMap((reading) => complaintsAbout(reading));
  };
  await expect.poll(complain, { timeout: 300_000, intervals: [1_000] }).toEqual([]);

  await page.goto('/status?q=lab-');
  for (const { name, state, stateReason } of readings) {
    const row = page.getByRole('row').filter({ hasText: `/${labSlug(name)}/` });
    await expect(row, name).toContainText(stateReason ?? state);
    await expect(row, name).toContainText(state === 'dead' ? 'not until resumed' : TABLE[name].why);
  }
});

/** Told in whole seconds or minutes, and with up to a tenth more. */
function isTriedAgainAsSaid({ pollReason, nextInSeconds }: LabReading): boolean {
  const [, amount, unit] = /tried again in (\d+) (s|min)/.exec(pollReason) ?? [];
  const toSeconds = (count: number) => count * (unit === 'min' ? 60 : 1);
  return (
    nextInSeconds > toSeconds(Number(amount) - 0.5) && nextInSeconds < 1.1 * toSeconds(Number(amount) + 0.5)
  );
}

/** What of a feed is not as it has to be: nothing once the desk has understood it. */
function complaintsAbout(reading: LabReading): readonly string[] {
  const expected: Expected = TABLE[reading.name];
  const complaints = CHECKS.map((check) => check(reading, expected)).filter(
    (each) => typeof each === 'string',
  );
  return complaints.map((complaint) => `${reading.name} ${complaint}`);
}

const CHECKS: readonly ((reading: LabReading, expected: Expected) => string | false)[] = [
  (is, { polls = 0 }) => is.polls < polls && `was polled ${is.polls} times, not ${polls}`,
  (is, { state }) => is.state !== state && `is ${is.state}, not ${state}`,
  (is, { says = /./ }) => !says.test(is.said) && `says "${is.said.slice(0, 300)}", not ${says}`,
  (is, { why }) => !why.test(is.pollReason) && `is asked next because "${is.pollReason}", not ${why}`,
  (is, { next: [from, to] = [-Infinity, Infinity] }) =>
    (is.nextInSeconds < from || is.nextInSeconds > to) &&
    `is asked in ${is.nextInSeconds} s, not ${from} to ${to}`,
  (is, { articles = ARTICLES }) => is.articles !== articles && `has ${is.articles} articles, not ${articles}`,
  (is, { also = () => true }) =>
    !also(is) && `is not as it has to be: ${String(also)} of ${JSON.stringify(is)}`,
];
