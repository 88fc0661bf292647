/** A document that has made some reader of feeds slow, or never answer. */
interface HeavyDocument {
  readonly name: string;
  readonly text: string;
}

/** Documents of about so many characters, each built when it is asked for. */
export function* heavyDocuments(chars: number): Generator<HeavyDocument> {
  for (const [name, build] of HEAVY) yield { name, text: build((piece) => repeatTo(piece, chars)) };
}

function repeatTo(piece: string, chars: number): string {
  return piece.repeat(Math.ceil(chars / piece.length));
}

/** A feed of one item with this description, as it stands. */
function feedWith(description: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item><title>one</title><description>${description}</description></item></channel></rss>`;
}

type Flood = (piece: string) => string;

const HEAVY: readonly (readonly [string, (flood: Flood) => string])[] = [
  ['a description of a<p', (flood) => feedWith(`<![CDATA[${flood('a<p')}]]>`)],
  ['escaped tag beginnings', (flood) => feedWith(flood('a&lt;p'))],
  ['tag beginnings', (flood) => feedWith(flood('a<p'))],
  ['less-thans', (flood) => feedWith(flood('<'))],
  ['ampersands', (flood) => feedWith(flood('&'))],
  ['unknown entities', (flood) => feedWith(flood('&x;'))],
  ['numeric references', (flood) => feedWith(flood('&#8;'))],
  ['tags with open quotes', (flood) => feedWith(flood('<a "'))],
  ['a tag of blanks', (flood) => feedWith(`<a${flood(' ')}`)],
  ['a tag of line breaks', (flood) => feedWith(`<a${flood('\n')}`)],
  ['unclosed elements', (flood) => feedWith(flood('<b>'))],
  ['elements after each other', (flood) => feedWith(flood('<b></b>'))],
  ['empty elements', (flood) => feedWith(flood('<b/>'))],
  ['elements in each other', (flood) => feedWith(flood('<b>') + flood('</b>'))],
  ['unclosed sections', (flood) => feedWith(flood('<![CDATA['))],
  ['sections after each other', (flood) => feedWith(flood('<![CDATA[x]]>'))],
  ['unclosed comments', (flood) => feedWith(flood('<!--'))],
  ['comments after each other', (flood) => feedWith(flood('<!---->'))],
  ['unclosed instructions', (flood) => feedWith(flood('<?'))],
  ['end tags of nothing', (flood) => feedWith(flood('</b>'))],
  ['unclosed comments before the feed', (flood) => flood('<!--') + feedWith('x')],
  ['blanks before the feed', (flood) => flood(' ') + feedWith('x')],
  ['markup before the feed', (flood) => flood('<br />') + feedWith('x')],
  ['one comment', (flood) => `<!--${flood('-')}${feedWith('x')}`],
  ['one title', (flood) => feedWith('x').replace('one', flood('one '))],
  ['an attribute', (flood) => feedWith('x').replace('<item>', `<item a="${flood('x')}">`)],
  ['attributes', (flood) => feedWith('x').replace('<item>', `<item ${flood('a="" ')}>`)],
  ['namespaces', (flood) => `<rss ${flood('xmlns:a="b" ')}><channel/></rss>`],
  ['a name', (flood) => feedWith(`<${flood('b')}>`)],
  ['a date of blanks and brackets', (flood) => feedWith('x').replace('<title>one', `<pubDate>${flood('( ')}</pubDate><title>one`)],
  ['a link of blanks', (flood) => feedWith('x').replace('<title>one', `<link>${flood('/ ')}</link><title>one`)],
  ['a base64 title', (flood) => `<feed><entry><title mode="base64" type="application/x">${flood('QUJD')}</title></entry></feed>`],
  ['entities that double themselves', () => doublingEntities()],
  ['an entity of half a kilobyte', (flood) => `<!DOCTYPE rss [<!ENTITY e "${'x'.repeat(500)}">]>${feedWith(flood('&e;'))}`],
  ['items', (flood) => `<rss><channel>${flood('<item><title>x</title></item>')}</channel></rss>`],
  ['items within items', (flood) => `<rss><channel>${flood('<item><title>x</title>')}</channel></rss>`],
  ['broken items', (flood) => `<rss><channel>${flood('<item><title>a & b</title></item>')}</channel></rss>`],
  ['links in an entry', (flood) => `<feed><entry>${flood('<link href="/a"/>')}</entry></feed>`],
  ['JSON in JSON', (flood) => `{"version":"1.1","items":${flood('[')}`],
  ['items of JSON', (flood) => `{"version":"1.1","items":[${flood('{"id":1},')}{}]}`],
]; // prettier-ignore

function doublingEntities(): string {
  const declared = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join('');
  return `<!DOCTYPE rss [<!ENTITY e0 "lol">${declared}]>${feedWith('&e30;')}`;
}
