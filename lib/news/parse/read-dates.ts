import type { ParsedItem } from '@/lib/model/parsed-feed';
import type { ElementNames } from './element-names';
import { parseDate } from './parse-date';
import { childrenOf, textOf, type XmlElement } from './xml-element';

/** The first of these elements with a date that can be read; of those with one name the last, as other readers do. */
export function readDate(parent: XmlElement, names: ElementNames): WrittenDate | undefined {
  let unread: string | undefined;
  for (const name of names) {
    for (const element of childrenOf(parent, [name]).toReversed()) {
      const text = textOf(element);
      if (text === undefined) continue;
      const date = parseDate(text);
      if (date) return { date, text };
      unread ??= text;
    }
  }
  return unread === undefined ? undefined : { date: undefined, text: unread };
}

/** An item's date is when it says it was published, else when it was changed. */
export function toItemDates(
  published: WrittenDate | undefined,
  updated: WrittenDate | undefined,
): Pick<ParsedItem, 'date' | 'dateText' | 'updated'> {
  const chosen = published?.date ? published : updated?.date ? updated : (published ?? updated);
  return { date: chosen?.date, dateText: chosen?.text, updated: updated?.date };
}

export interface WrittenDate {
  /** `undefined` where it cannot be read. */
  readonly date: Date | undefined;
  readonly text: string;
}
