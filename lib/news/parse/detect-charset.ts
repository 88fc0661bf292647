import iconv from 'iconv-lite';

/** More changes no verdict, and the detector takes a millisecond for 10 kB. */
const MAX_SAMPLE_BYTES = 64_000;
/** An accent or two look like Greek, Turkish and Latvian at once. */
const MIN_TELLING_BYTES = 8;
const BLANK = 0x20;
/** Without labels these are one family on the web, and the widest of them reads all of it. */
const WIDENED: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  ascii: 'windows-1252',
};

/** What bytes without any label are written in, by their statistics; `undefined` where they don't tell. */
export async function detectCharset(bytes: Uint8Array): Promise<string | undefined> {
  const sample = sampleOf(bytes);
  if (sample.filter((byte) => byte >= 0x80).length < MIN_TELLING_BYTES) return undefined;
  // Its tables are megabytes that hardly any feed needs.
  const { detect } = await import('jschardet');
  const { encoding } = detect(sample);
  if (typeof encoding !== 'string') return undefined;
  const found = encoding.toLowerCase();
  const charset = WIDENED[found] ?? found;
  return iconv.encodingExists(charset) ? charset : undefined;
}

/** The parts that are not ASCII, with a blank for each stretch of markup between them: tags would drown the language. */
function sampleOf(bytes: Uint8Array): Buffer {
  const sample = Buffer.alloc(Math.min(bytes.length, MAX_SAMPLE_BYTES));
  let length = 0;
  let isInTag = false;
  for (const byte of bytes) {
    if (length >= sample.length) break;
    if (byte === 0x3c) isInTag = true;
    else if (byte === 0x3e) {
      isInTag = false;
      sample[length] = BLANK;
      length += 1;
    } else if (!isInTag) {
      sample[length] = byte;
      length += 1;
    }
  }
  return sample.subarray(0, length);
}
