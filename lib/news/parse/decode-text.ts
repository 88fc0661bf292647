import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

const DECLARATION_BYTES = 400;
const MAX_UTF8_TAIL_BYTES = 3;
const FALLBACK = 'windows-1252';

/** `Content-Type` headers say this by default, so an explicit XML declaration knows better. */
const LAZY_LABELS = new Set(['iso-8859-1', 'latin1', 'us-ascii', 'ascii']);
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

export interface DecodedText {
  readonly text: string;
  readonly charset: string;
}

/**
 * Bytes of unknown charset → text. Valid multi-byte UTF-8 beats every label, since labels lie more often
 * than bytes do; then the HTTP header, the XML declaration, windows-1252.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): DecodedText {
  const marked = charsetByFirstBytes(bytes);
  if (marked) return decodeAs(bytes, marked);
  const header = labelIn(/charset\s*=\s*["']?\s*([\w.:-]+)/i, contentType ?? '');
  const declared = labelIn(/^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i, headOf(bytes));
  const label = chooseLabel(header, declared);
  if (isAscii(bytes)) return decodeAs(bytes, label && ESCAPED_CHARSETS.test(label) ? label : 'utf-8');
  if (isUtf8(withoutCutTail(bytes))) return decodeAs(bytes, 'utf-8');
  return decodeByLabel(bytes, label);
}

function decodeByLabel(bytes: Uint8Array, label: string | undefined): DecodedText {
  if (label === undefined || WIDE_CHARSETS.test(label)) return decodeAs(bytes, FALLBACK);
  return label === 'utf-8' || label === 'utf8' ? decodeBrokenUtf8(bytes) : decodeAs(bytes, label);
}

/** By a byte order mark, or by ASCII markup with zeros between its letters. */
function charsetByFirstBytes(bytes: Uint8Array): string | undefined {
  const start = [...bytes.subarray(0, 4)];
  const shape = start.map((byte) => (byte === 0 ? '0' : 'x')).join('');
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => start[index] === byte));
  return marked?.[1] ?? ZERO_SHAPES[shape];
}

function chooseLabel(header: string | undefined, declared: string | undefined): string | undefined {
  if (header === undefined || (LAZY_LABELS.has(header) && declared !== undefined)) return declared;
  return header;
}

/** A label our decoder knows, in lower case. */
function labelIn(pattern: RegExp, text: string): string | undefined {
  const label = pattern.exec(text)?.[1]?.toLowerCase();
  return label !== undefined && iconv.encodingExists(label) ? label : undefined;
}

/** Declared UTF-8 with broken places stays UTF-8, unless hardly any of its sequences are whole. */
function decodeBrokenUtf8(bytes: Uint8Array): DecodedText {
  const { text } = decodeAs(bytes, 'utf-8');
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return broken > whole ? decodeAs(bytes, FALLBACK) : { text, charset: 'utf-8' };
}

/** As the web does, Latin-1 and ASCII labels mean windows-1252: nobody sends C1 control characters. */
function decodeAs(bytes: Uint8Array, label: string): DecodedText {
  const charset = LAZY_LABELS.has(label) ? FALLBACK : label;
  return { text: iconv.decode(toBuffer(bytes), charset), charset };
}

function headOf(bytes: Uint8Array): string {
  return toBuffer(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
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
