import iconv from 'iconv-lite';

/** What no XML may hold, and what means something else than it says. Halves of emoji are only suspects. */
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/;
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const C1_CONTROLS = /[\u0080-\u009F]/g;
/** References to characters below 256, or beyond what there is. */
const REFERENCE = /&#(?:0*(\d{1,3})|x0*([\da-f]{1,2}));/gi;

/** Leaves out the characters that publishing systems let through and XML forbids; C1 controls become what was meant. */
export function cleanCharacters(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(C1_CONTROLS, (control) => fromWindows1252(control.charCodeAt(0)))
    .replace(FORBIDDEN, '');
}

/** The same for characters that are referred to by number. */
export function cleanReferences(text: string): string {
  if (!text.includes('&#')) return text;
  return text.replace(REFERENCE, (reference, decimal: string | undefined, hex: string | undefined) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (code >= 0x80 && code <= 0x9f) return fromWindows1252(code);
    return code === 0x7f || (code < 0x20 && !/[\t\n\r]/.test(String.fromCharCode(code))) ? '' : reference;
  });
}

/** `&#146;` is what a Windows editor meant by an apostrophe. */
function fromWindows1252(code: number): string {
  return iconv.decode(Buffer.from([code]), 'windows-1252').replace(C1_CONTROLS, '');
}
