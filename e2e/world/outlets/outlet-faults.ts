export const OUTLET_FAULT_KINDS = [
  /** The feed is answered with `status`; 301 and 302 lead to `location`, or to the feed's new address. */
  'status',
  /** The connection is accepted and nothing is ever said. */
  'timeout',
  /** `factor` bytes a second. */
  'slow',
  /** The connection is cut in the middle of the answer. */
  'reset',
  /** Nobody listens; where an outlet shares its port with others, the line is cut before any answer. */
  'refused',
  /** The site's front page where the feed should be. */
  'html',
  /** A page that wants to see a browser, with `status` or 403. */
  'challenge',
  /** Broken in the way `variant` says. */
  'bad-xml',
  /** Says UTF-8 and writes Latin-1. */
  'wrong-charset',
  /** A feed without items. */
  'empty',
  /** The newest `factor` items alone, 3. */
  'shrunken',
  /** `factor` items nobody has seen before, 500, above the others. */
  'flood',
  /** No bytes at all. */
  'empty-body',
  /** Ends in the middle of an item. */
  'truncated',
  /** Each address leads to the next, and back. */
  'redirect-loop',
  /** Twenty megabytes, without saying so first. */
  'huge',
  /** A few kilobytes that unfold to as much. */
  'gzip-bomb',
  /** Answers in full whatever was asked, and offers nothing to ask conditionally with. */
  'unconditional',
  /** All items claim the same id. */
  'duplicate-guids',
  /** The same items under other ids. */
  'new-guids',
  /** All items are dated to one moment. */
  'same-dates',
  /** All items are dated a day ahead. */
  'future-date',
  /** No item is dated. */
  'missing-date',
  /** The newest `factor` items, 1, have another headline. */
  'retitled',
  /** The newest item but one is gone, and `factor` in all, 1, while older ones stay. */
  'withdrawn',
  /** What it publishes is suddenly German. */
  'other-language',
  /** The feed stays as it is, whatever is published. */
  'silent',
] as const;
export type OutletFaultKind = (typeof OUTLET_FAULT_KINDS)[number];

export const BAD_XML_VARIANTS = [
  'bare-ampersand',
  'unclosed-tag',
  'undeclared-entity',
  'control-character',
  'junk-before-root',
  'wrong-nesting',
  'unclosed-cdata',
  'not-xml',
] as const;
export type BadXmlVariant = (typeof BAD_XML_VARIANTS)[number];

/** Something an outlet's feed does wrong, until a moment or until it is cleared. */
export interface OutletFault {
  readonly kind: OutletFaultKind;
  readonly status?: number | undefined;
  readonly retryAfter?: number | undefined;
  readonly location?: string | undefined;
  readonly variant?: BadXmlVariant | undefined;
  readonly factor?: number | undefined;
  readonly untilMs?: number | undefined;
  readonly sinceMs: number;
}

/** What is wrong with each outlet at present. */
export interface OutletFaults {
  add(outlet: string, fault: OutletFault): void;
  /** All outlets, or one. */
  clear(outlet: string | undefined): void;
  find(outlet: string, kind: OutletFaultKind): OutletFault | undefined;
  list(outlet: string): readonly OutletFault[];
}

export function createOutletFaults(now: () => number): OutletFaults {
  const faults = new Map<string, readonly OutletFault[]>();
  const holding = (outlet: string) =>
    (faults.get(outlet) ?? []).filter(({ untilMs }) => untilMs === undefined || now() < untilMs);
  return {
    add: (outlet, fault) => faults.set(outlet, [...holding(outlet), fault]),
    clear: (outlet) => {
      if (outlet === undefined) faults.clear();
      else faults.delete(outlet);
    },
    find: (outlet, kind) => holding(outlet).find((fault) => fault.kind === kind),
    list: holding,
  };
}

const intoFirstItem = (text: string) => (xml: string) =>
  xml.replace(/(<(?:item|entry)[\s\S]*?<title[^>]*>)/, `$1${text}`);

const BREAKERS: Readonly<Record<BadXmlVariant, (xml: string) => string>> = {
  'bare-ampersand': intoFirstItem('Profit & loss & '),
  'unclosed-tag': intoFirstItem('<b>Bold '),
  'undeclared-entity': intoFirstItem('Caf&eacute; &nbsp;&hellip; '),
  'control-character': intoFirstItem('Bell \u0007\u0001 '),
  'junk-before-root': (xml) =>
    `\n\n<br />Warning: include(): failed opening 'x' in /srv/feed.php on line 3\n${xml}`,
  'wrong-nesting': intoFirstItem('<i><b>mixed</i></b> '),
  'unclosed-cdata': (xml) => xml.replace(/\]\]>(?![\s\S]*\]\]>)/, ''),
  'not-xml': () => '{"error":"this feed has moved"}',
};

/** Breaks a document the way strangers do. */
export function breakXml(xml: string, variant: BadXmlVariant): string {
  return BREAKERS[variant](xml);
}
