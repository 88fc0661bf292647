import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBody } from './choose-body';
import { cutHtml } from './cut-html';

const SENTENCE = 'The tide waits for nobody here.';
const para = (count: number) => `<p>${Array.from({ length: count }, () => SENTENCE).join(' ')}</p>`;

describe('an excerpt', () => {
  it.each<[string, string, number, string | undefined]>([
    ['is the whole where that is short', para(2), 80, undefined],
    ['is the whole where that is hardly longer', para(2), 60, undefined],
    ['ends with a paragraph', para(2) + para(2), 70, para(2)],
    ['ends with a sentence', para(4), 70, para(2)],
    ['ends with a word where a sentence would be too short', `<p>${'word '.repeat(50)}</p>`, 42, '<p>word word word word word word word word…</p>'],
    ['does not end in a heading', `${para(2)}<h2>What follows</h2>${para(4)}`, 80, para(2)],
    ['closes what it opened', `<div><blockquote><p>${SENTENCE} <em>${SENTENCE} ${SENTENCE}</em></p></blockquote></div>`, 70, `<div><blockquote><p>${SENTENCE} <em>${SENTENCE}</em></p></blockquote></div>`],
    ['counts a character reference once', `<p>${'&amp;'.repeat(30)}. ${SENTENCE} ${SENTENCE}</p>`, 40, `<p>${'&amp;'.repeat(30)}.</p>`],
    ['ends a Chinese sentence', `<p>${'港口重新开放。'.repeat(20)}</p>`, 30, `<p>${'港口重新开放。'.repeat(4)}</p>`],
    ['ends an Arabic question', `<p>${'هل فتح الميناء؟ '.repeat(10)}</p>`, 34, '<p>هل فتح الميناء؟ هل فتح الميناء؟</p>'],
    ['keeps pictures on the way', `<p><img src="/a" alt="x" />${SENTENCE}</p>${para(3)}`, 40, `<p><img src="/a" alt="x" />${SENTENCE}</p>`],
  ])('%s', (_, html, chars, excerpt) => {
    expect(cutHtml(html, chars)).toBe(excerpt);
  }); // prettier-ignore

  it('is never longer than asked for, never leaves an element open', () => {
    const piece = fc.constantFrom(
      para(1),
      para(3),
      '<h2>Head</h2>',
      '<ul><li>One item.</li></ul>',
      '<p>no end',
      '</p>',
      '<hr />',
      '港口。',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 10, max: 300 }), (pieces, chars) => {
        const cut = cutHtml(pieces.join(''), chars);
        if (cut === undefined) return;
        expect(cut.replace(/<[^>]*>/g, '').length).toBeLessThanOrEqual(chars + 1);
        const count = (pattern: RegExp) => (cut.match(pattern) ?? []).length;
        if (!pieces.includes('<p>no end') && !pieces.includes('</p>'))
          expect(count(/<p>/g)).toBe(count(/<\/p>/g));
      }),
    );
  });
});

describe('readers are shown', () => {
  const bodyHtml = para(4);
  const bodyText = Array.from({ length: 4 }, () => SENTENCE).join(' ');
  const page = { bodyHtml: para(9), bodyText: SENTENCE.repeat(9) };
  it.each([
    ['all that is delivered', 'delivered', undefined, { html: bodyHtml, isCut: false }],
    ['an excerpt', 'excerpt', page, { html: para(3), isCut: true }],
    ['the page’s text', 'page', page, { html: page.bodyHtml, isCut: false }],
    ['what was delivered while there is no page', 'page', undefined, { html: bodyHtml, isCut: false }],
    [
      'what was delivered where the page has less',
      'page',
      { bodyHtml: para(1), bodyText: SENTENCE },
      { html: bodyHtml, isCut: false },
    ],
  ] as const)('%s', (_, mode, shown, chosen) => {
    expect(chooseBody({ bodyHtml, bodyText, fullText: { mode, excerptChars: 100, page: shown } })).toEqual(
      chosen,
    );
  });

  it('nothing but the standfirst where a feed delivers no more', () => {
    const fullText = { mode: 'excerpt', excerptChars: 100, page: undefined } as const;
    expect(chooseBody({ bodyHtml: undefined, bodyText: '', fullText })).toEqual({
      html: undefined,
      isCut: false,
    });
  });
});
