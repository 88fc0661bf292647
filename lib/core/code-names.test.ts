import { expect, test } from 'vitest';
import { countryName, languageName } from './code-names';

test.each([
  ['en', 'English'],
  ['pt-BR', 'Brazilian Portuguese'],
  ['not a code', 'not a code'],
])('the language %j reads %j', (code, name) => {
  expect(languageName(code)).toBe(name);
});

test.each([
  ['NL', 'Netherlands'],
  ['12345', '12345'],
])('the country %j reads %j', (code, name) => {
  expect(countryName(code)).toBe(name);
});
