import { describe, expect, test } from 'vitest';
import { HOURS_OF_WEEK } from './rhythm';
import { peakWords, rhythmWords } from './rhythm-words';

/** A Monday, 12 h. */
const NOON = new Date('2026-11-23T12:00:00Z');
const evenly = (perDay: number) => Array.from({ length: HOURS_OF_WEEK }, () => perDay / 24);

describe('how much a feed brings', () => {
  test.each([
    [480, 'about 480 articles a day'],
    [2.4, 'about 2 articles a day'],
    [1, 'about one article a day'],
    [0.5, 'about 4 articles a week'],
    [1 / 7, 'about one article a week'],
    [0.01, 'less than one article a week'],
  ])('%d a day', (perDay, words) => {
    expect(rhythmWords(evenly(perDay), NOON)).toBe(words);
  });

  test('and whether this is its hour', () => {
    const rates = evenly(24).map((rate, hour) => (hour === 12 ? 9 : hour === 13 ? 0.1 : rate));
    expect(rhythmWords(rates, NOON)).toBe('about 25 articles a day, most around this hour');
    expect(rhythmWords(rates, new Date('2026-11-23T13:59:00Z'))).toMatch(/few around this hour$/);
    expect(peakWords(rates)).toBe(
      'about 25 articles a day: most on Mondays at 12 h (9.0 an hour), fewest on Mondays at 13 h (0.1)',
    );
  });
});
