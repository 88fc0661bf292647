import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { detectCharset } from './detect-charset';

const DECLARATION_BYTES = 400;
const MAX_UTF8_TAIL_BYTES = 3;
const FALLBACK = 'windows-1252';
const BYTE_ORDER_MARK = '\uFEFF';

/** `Content-Type` headers say this by default, so an explicit XML declaration knows better. */
const LAZY_LABELS = new Set(['iso-8859-1', 'iso8859-1', 'latin1', 'us-ascii', 'ascii']);
const UTF8_LABELS = new Set(['utf-8', 'utf8']);
/** Their bytes are all ASCII, so only the label can tell. */
const ESCAPED_CHARSETS = /^(?:iso-2022-|hz-gb)/;
const WIDE_CHARSETS = /^(?:utf-?16|utf-?32|ucs-?[24]|unicode)/;

/** The longer mark first: the mark of UTF-32 begins with that of UTF-16. */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const ZERO_SHAPES: Readonly<Record<string, string>> = {
  x000: 'utf-32le',
  '000x': 'utf-32be',
  x0x0: 'utf-16le',
  '0x0x': 'utf-16be',
};

const STRAY_BYTE = /(?<=[A-Za-z])[\x80-\xFF](?![\x80-\xFF])|(?<![\x80-\xFF])[\x80-\xFF](?=[A-Za-z])/g;

export interface DecodedText {
  readonly text: string;
  readonly charset: string;
}

/**
 * Bytes of unknown charset → text. A byte order mark or zeros between ASCII letters tell it; then valid multi-byte
 * UTF-8 beats every label, since labels lie more often than bytes do; then the HTTP header, the XML declaration, the
 * bytes' own statistics, and windows-1252.
 */
export async function decodeText(bytes: Uint8Array, contentType: string | undefined): Promise<DecodedText> {
  const marked = charsetByFirstBytes(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  const label = chooseLabel(bytes, contentType) ?? '';
  if (isAscii(bytes)) return decodeAs(bytes, ESCAPED_CHARSETS.test(label) ? label : 'utf-8');
  if (isUtf8(withoutCutTail(bytes))) return decodeAs(bytes, 'utf-8');
  if (UTF8_LABELS.has(label)) return decodeBrokenUtf8(bytes);
  const charset = label === '' || WIDE_CHARSETS.test(label) ? await detectCharset(bytes) : label;
  return decodeAs(bytes, charset ?? FALLBACK);
}

/** By a byte order mark, or by ASCII markup with zeros between its letters. */
function charsetByFirstBytes(bytes: Uint8Array): string | undefined {
  const start = [...bytes.subarray(0, 4)];
  const shape = start.map((byte) => (byte === 0 ? '0' : 'x')).join('');
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => start[index] === byte));
  return marked?.[1] ?? ZERO_SHAPES[shape];
}

function chooseLabel(bytes: Uint8Array, contentType = ''): string | undefined {
  const header = labelIn(/charset\s*=\s*["']?\s*([\w.:-]+)/i, contentType);
  const declared = labelIn(/^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i, headOf(bytes));
  if (header === undefined || (LAZY_LABELS.has(header) && declared !== undefined)) return declared;
  return header;
}

/** A label our decoder knows, in lower case. */
function labelIn(pattern: RegExp, text: string): string | undefined {
  const label = pattern.exec(text)?.[1]?.toLowerCase();
  return label !== undefined && iconv.encodingExists(label) ? label : undefined;
}

/** Declared UTF-8 with broken places stays UTF-8, unless hardly any of its sequences are whole. */
async function decodeBrokenUtf8(bytes: Uint8Array): Promise<DecodedText> {
  const { text } = decodeAs(bytes, 'utf-8');
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  if (broken > 0 && broken <= whole) return decodeAs(withStrayBytes(bytes), 'utf-8');
  if (broken === 0) return { text, charset: 'utf-8' };
  return decodeAs(bytes, (await detectCharset(bytes)) ?? FALLBACK);
}

/**
 * A byte beyond ASCII that stands alone beside a letter is no UTF-8: somebody's windows-1252 was pasted in. What is cut
 * off in the middle of a character stands beside others of its kind, and stays broken.
 */
function withStrayBytes(bytes: Uint8Array): Uint8Array {
  const written = toBuffer(bytes).toString('latin1');
  const mended = written.replace(STRAY_BYTE, (byte) =>
    Buffer.from(iconv.decode(Buffer.from(byte, 'latin1'), FALLBACK)).toString('latin1'),
  );
  return Buffer.from(mended, 'latin1');
}

/** As the web does, Latin-1 and ASCII labels mean windows-1252: nobody sends C1 control characters. */
function decodeAs(bytes: Uint8Array, label: string): DecodedText {
  const charset = LAZY_LABELS.has(label) ? FALLBACK : label;
  const buffer = toBuffer(bytes);
  // Node's own decoder is right about UTF-8, and far quicker.
  const text = charset === 'utf-8' ? buffer.toString('utf8') : iconv.decode(buffer, charset);
  return { text: text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, charset };
}

function headOf(bytes: Uint8Array): string {
  return toBuffer(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
}

/** A document cut off in the middle of a character is still UTF-8. */
function withoutCutTail(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= MAX_UTF8_TAIL_BYTES && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) return bytes;
  }
  return bytes;
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
