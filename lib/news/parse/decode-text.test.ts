import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';

const declared = (charset: string, text: string) =>
  `<?xml version="1.0" encoding="${charset}"?><a>${text}</a>`;

describe('decoding', () => {
  it.each([
    ['UTF-8 without any label', declared('', '比特币 ₿'), 'utf-8', undefined, 'utf-8'],
    [
      'UTF-8 that a header calls Latin-1',
      declared('utf-8', 'café €'),
      'utf-8',
      'text/xml; charset=iso-8859-1',
      'utf-8',
    ],
    ['UTF-8 that its declaration calls GBK', declared('gbk', '比特币突破'), 'utf-8', undefined, 'utf-8'],
    ['GBK by its declaration', declared('gb2312', '比特币突破十万美元'), 'gbk', undefined, 'gb2312'],
    ['GBK by the header', declared('', '比特币突破十万美元'), 'gbk', 'text/xml; charset=GBK', 'gbk'],
    [
      'Shift_JIS by its declaration',
      declared('Shift_JIS', 'ビットコイン'),
      'shift_jis',
      'text/xml',
      'shift_jis',
    ],
    [
      'a lazy Latin-1 header that loses to the declaration',
      declared('windows-1251', 'биткоин'),
      'windows-1251',
      'text/xml; charset=ISO-8859-1',
      'windows-1251',
    ],
    [
      'an honest header that beats the declaration',
      declared('utf-8', 'биткоин'),
      'koi8-r',
      'text/xml; charset=koi8-r',
      'koi8-r',
    ],
    [
      'Latin-1, read as windows-1252 as the web does',
      declared('iso-8859-1', 'it’s “so” – 5 €'),
      'windows-1252',
      undefined,
      'windows-1252',
    ],
    ['UTF-16 with a mark', '\uFEFF' + declared('utf-16', 'naïve'), 'utf-16le', undefined, 'utf-16le'],
    [
      'UTF-16 without a mark, little end first',
      declared('utf-16', 'naïve'),
      'utf-16le',
      undefined,
      'utf-16le',
    ],
    ['UTF-16 without a mark, big end first', declared('utf-16', 'naïve'), 'utf-16be', undefined, 'utf-16be'],
    [
      '8-bit text that claims to be UTF-16',
      declared('utf-16', 'café'),
      'windows-1252',
      undefined,
      'windows-1252',
    ],
    ['ISO-2022-JP, which looks like ASCII', declared('utf-8', 'plain'), 'ascii', undefined, 'utf-8'],
    ['an unknown label', declared('x-klingon', 'café'), 'windows-1252', undefined, 'windows-1252'],
    ['a text without declaration', '<a>café</a>', 'windows-1252', undefined, 'windows-1252'],
  ])('reads %s', async (_, text, encoding, contentType, charset) => {
    const decoded = await decodeText(iconv.encode(text, encoding), contentType);
    expect(decoded.charset).toBe(charset);
    expect(decoded.text).toBe(text.replace('\uFEFF', ''));
  });

  it('keeps UTF-8 that was cut off in the middle of a character', async () => {
    const bytes = Buffer.from('<a>比特币');
    const decoded = await decodeText(bytes.subarray(0, bytes.length - 1), 'text/xml; charset=gbk');
    expect(decoded.text).toMatch(/^<a>比特/);
  });

  it('keeps declared UTF-8 with one broken byte, and marks it', async () => {
    const bytes = Buffer.concat([Buffer.from('<a>比特币突破'), Buffer.from([0xff]), Buffer.from('</a>')]);
    expect((await decodeText(bytes, 'text/xml; charset=utf-8')).text).toBe('<a>比特币突破\uFFFD</a>');
  });

  it('takes declared UTF-8 with nothing but broken bytes for windows-1252', async () => {
    const bytes = iconv.encode('<a>it’s</a>', 'windows-1252');
    expect((await decodeText(bytes, 'text/xml; charset=utf-8')).text).toBe('<a>it’s</a>');
  });

  it('answers to any bytes under any label', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (bytes, label) => {
        expect(typeof (await decodeText(bytes, `text/xml; charset=${label}`)).text).toBe('string');
      }),
    );
  });
});
