import { elementNames } from './element-names';
import { attributeOf, childText, childrenOf, textOf, type XmlElement } from './xml-element';

const PEOPLE = elementNames('dc:creator', 'author', 'atom:author', 'itunes:author', 'dc:author');
const CREDIT = elementNames('media:credit');
const NAME = elementNames('name', 'atom:name');
const ADDRESS = elementNames('email', 'uri');
const MAX_AUTHORS = 20;
const EMAIL_THEN_NAME = /^\S+@\S+\s+\((.+)\)$/;
const NAME_THEN_EMAIL = /^(.+?)\s*[<(]\s*\S+@\S+\s*[>)]$/;

/** Names of authors in any of the ways feeds give them, each once, e-mail addresses left out where a name stands. */
export function readAuthors(parent: XmlElement): string[] {
  const credits = childrenOf(parent, CREDIT).filter((credit) => attributeOf(credit, 'role') === 'author');
  const names = [...childrenOf(parent, PEOPLE), ...credits].flatMap((person) => readName(person) ?? []);
  return [...new Set(names)].slice(0, MAX_AUTHORS);
}

function readName(person: XmlElement): string | undefined {
  const name = childText(person, NAME) ?? textOf(person) ?? childText(person, ADDRESS);
  return name === undefined ? undefined : toName(name);
}

/** `jane@desk.example (Jane Roe)` and `Jane Roe <jane@desk.example>` → `Jane Roe`. */
function toName(written: string): string {
  const text = written.replace(/\s+/g, ' ');
  return EMAIL_THEN_NAME.exec(text)?.[1] ?? NAME_THEN_EMAIL.exec(text)?.[1] ?? text;
}
