import { readPairCases, readTagCases } from '@/db/queries/labelled-cases';

/** Read at once; an export is written as it is read. */
const CASES_AT_ONCE = 200;

/** Everything decided by hand as labelled cases for the linker and the stories, one JSON object a line. */
export async function* exportCases(): AsyncGenerator<string> {
  let after = 0;
  for (let more = true; more;) {
    const cases = await readTagCases(after, CASES_AT_ONCE);
    for (const labelled of cases) yield `${JSON.stringify(labelled)}\n`;
    after = cases.at(-1)?.article.id ?? after;
    more = cases.length === CASES_AT_ONCE;
  }
  let pair = { id: 0, otherId: 0 };
  for (let more = true; more;) {
    const cases = await readPairCases(pair, CASES_AT_ONCE);
    for (const labelled of cases) yield `${JSON.stringify(labelled)}\n`;
    const last = cases.at(-1);
    pair = last ? { id: last.article.id, otherId: last.other.id } : pair;
    more = cases.length === CASES_AT_ONCE;
  }
}
