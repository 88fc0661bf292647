import { decodeHTML } from 'entities';
import { escapeXmlText } from './escape-xml';

const MAX_ENTITIES = 100;
const MAX_VALUE_CHARS = 500;
/** All of them together: what doubles itself ends here. */
const MAX_ADDED_CHARS = 200_000;
const DECLARATION = /<!ENTITY\s+([A-Za-z_][\w.-]{0,60})\s+(?:"([^"<]*)"|'([^'<]*)')\s*>/g;
/** Entities of entities, and those of the document type itself. */
const NESTED = /[&%][\w.-]+;/;
const REFERENCE = /&([A-Za-z_][\w.-]{0,60});/g;

/**
 * Puts in the texts that a document type declares for its own entities, as far as they are plain: an entity that names
 * another, or brings markup, stays as it is written.
 */
export function expandEntities(xml: string, prolog: string): string {
  const entities = readEntities(prolog);
  if (entities.size === 0) return xml;
  let room = MAX_ADDED_CHARS;
  return xml.replace(REFERENCE, (reference, name: string) => {
    const value = entities.get(name);
    if (value === undefined || value.length > room) return reference;
    room -= value.length;
    return value;
  });
}

function readEntities(prolog: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  if (!prolog.includes('<!ENTITY')) return entities;
  for (const [, name = '', double, single] of prolog.matchAll(DECLARATION)) {
    const value = decodeHTML(double ?? single ?? '');
    if (entities.size >= MAX_ENTITIES) break;
    if (value.length <= MAX_VALUE_CHARS && !NESTED.test(value) && !entities.has(name)) {
      entities.set(name, escapeXmlText(value));
    }
  }
  return entities;
}
