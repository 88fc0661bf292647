import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from './diff-words';

const written = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

test.each([
  ['Flows could touch $56T', 'Flows could near $56T', 'Flows could [-touch-][+near+] $56T'],
  ['Mint pauses', 'Mint pauses work', 'Mint pauses[+ work+]'],
  ['Old words here stay', 'New signs here stay', '[-Old words-][+New signs+] here stay'],
  ['比特币突破十万美元', '比特币跌破十万美元', '比特币[-突-][+跌+]破十万美元'],
  ['Same', 'Same', 'Same'],
  ['', 'All new', '[+All new+]'],
])('%s → %s', (before, after, expected) => {
  expect(written(before, after)).toBe(expected);
});

test('whatever the texts are, both can be read back from the runs', () => {
  const word = fc.constantFrom('mint', ' ', 'pauses', '突', '破', ' ', ',', '\n', 'a', '🚀', '\u0301');
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = diffWords(before, after);
      const without = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map((run) => run.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
  expect(diffWords('a '.repeat(1_000), 'b').map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
