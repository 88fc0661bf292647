import type { OpmlRefusal } from '@/lib/model/opml-import';

const HEAD_CHARS = 4_000;
/** The first bytes of zip, gzip, 7z, xz and rar. */
const PACKED = ['504b0304', '1f8b', '377abcaf', 'fd377a58', '52617221'];
const CONTROL_SHARE = 0.02;

/** By the first rule that fits the beginning of the text. */
const SIGNS: readonly (readonly [RegExp, OpmlRefusal])[] = [
  [/^\s*$/, 'nothing'],
  [/<(?:rss|feed|rdf:RDF|channel)[\s>]/i, 'feed'],
  [/"version"\s*:\s*"https?:\/\/jsonfeed\.org/i, 'feed'],
  [/<(?:!doctype\s+html|html|head|body)[\s>]/i, 'page'],
  [/^\s*[[{]\s*["{[\]}\d]/, 'json'],
];

/** What a text without any outline is instead. */
export function explainOtherFile(text: string): OpmlRefusal {
  const head = text.slice(0, HEAD_CHARS);
  const controls = head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (controls > head.length * CONTROL_SHARE) return 'binary';
  return SIGNS.find(([sign]) => sign.test(head))?.[1] ?? 'text';
}

export function isPacked(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return PACKED.some((mark) => start.startsWith(mark));
}
