import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { cleanBody } from '@/lib/news/normalise/clean-body';
import { PAYLOADS } from './payloads';

const ALLOWED_TAGS = new Set(
  (
    'h2 h3 h4 h5 h6 p div br hr ul ol li dl dt dd a strong b em i u s del ins sub sup small mark abbr blockquote q cite code pre kbd ' +
    'table caption thead tbody tfoot tr th td figure figcaption img'
  ).split(' '),
);
const ALLOWED_ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  'a href': /^(?:https?:\/\/|mailto:)/,
  'a rel': /^nofollow noopener ugc$/,
  'img src': /^https?:\/\//,
  'img alt': /^/,
  'img width': /^\d{1,4}$/,
  'img height': /^\d{1,4}$/,
  'td colspan': /^\d{1,4}$/,
  'td rowspan': /^\d{1,4}$/,
};

it('there are three hundred of them, each another one', () => {
  const all = Object.values(PAYLOADS).flat();
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(new Set(all).size).toBe(all.length);
});

it('uncleaned, nearly all of them bring what is not allowed', () => {
  const bad = Object.values(PAYLOADS)
    .flat()
    .filter((payload) => strangersIn(payload).length > 0);
  expect(bad.length).toBeGreaterThanOrEqual(300);
});

describe.each(Object.entries(PAYLOADS))('%s', (_, payloads) => {
  it.each(payloads.map((payload) => [payload]))('%s', (payload) => {
    for (const html of [payload, `<p>Before</p>${payload}<p>After</p>`, `<table><tr><td>${payload}`]) {
      const clean = cleanBody(html, 'https://outlet.example/news/');
      expect(strangersIn(clean)).toEqual([]);
      expect(cleanBody(clean, undefined)).toBe(clean);
    }
  });
});

/** Whatever of a cleaned text is not on the list. */
function strangersIn(html: string): readonly string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ALLOWED_TAGS.has(name)) found.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (!ALLOWED_ATTRIBUTES[`${name} ${key}`]?.test(value)) found.push(`${name} ${key}="${value}"`);
      }
    },
    oncomment: (text) => found.push(`comment ${text}`),
    onprocessinginstruction: (name) => found.push(name),
  });
  parser.end(html);
  return found;
}
