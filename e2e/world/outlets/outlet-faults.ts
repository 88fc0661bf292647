export const OUTLET_FAULT_KINDS = [
  /** The feed is answered with `status`; 301 and 302 lead to `location`, or to the feed's new address. */
  'status',
  /** The connection is accepted and nothing is ever said. */
  'timeout',
  /** `factor` bytes a second. */
  'slow',
  /** The connection is cut in the middle of the answer. */
  'reset',
  /** A page for people where the feed should be. */
  'html',
  /** Broken in the way `variant` says. */
  'bad-xml',
  /** A feed without items. */
  'empty',
  /** No bytes at all. */
  'empty-body',
  /** Ends in the middle of an item. */
  'truncated',
  /** Each address leads to the next, and back. */
  'redirect-loop',
  /** Ten megabytes. */
  'huge',
  /** All items claim the same id. */
  'duplicate-guids',
  /** All items are dated a day ahead. */
  'future-date',
  /** No item is dated. */
  'missing-date',
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

/** Breaks a document the way strangers do. */
export function breakXml(xml: string, variant: BadXmlVariant): string {
  const [, title = ''] =
    /<item[\s\S]*?<title>([^<]*)<\/title>|<entry[\s\S]*?<title[^>]*>[^<]*/.exec(xml) ?? [];
  const inFirstItem = (text: string) => xml.replace(/(<(?:item|entry)[\s\S]*?<title[^>]*>)/, `$1${text}`);
  switch (variant) {
    case 'bare-ampersand':
      return inFirstItem('Profit & loss & ');
    case 'unclosed-tag':
      return inFirstItem('<b>Bold ');
    case 'undeclared-entity':
      return inFirstItem('Caf&eacute; &nbsp;&hellip; ');
    case 'control-character':
      return inFirstItem('Bell \u0007\u0001 ');
    case 'junk-before-root':
      return `\n\n<br />Warning: include(): failed opening 'x' in /srv/feed.php on line 3\n${xml}`;
    case 'wrong-nesting':
      return inFirstItem('<i><b>mixed</i></b> ');
    case 'unclosed-cdata':
      return xml.replace(/\]\]>(?![\s\S]*\]\]>)/, '');
    case 'not-xml':
      return `{"error":"feed moved","was":${JSON.stringify(title)}}`;
  }
}
