export const OPML_IMPORT_STATES = ['running', 'finished', 'cancelled'] as const;
export type OpmlImportState = (typeof OPML_IMPORT_STATES)[number];

export const OPML_LINE_RESULTS = ['pending', 'added', 'known', 'merged', 'refused', 'cancelled'] as const;
/**
 * `known`: in the catalogue before; `merged`: another line of the list, or another spelling of an address, is the
 * same feed; `refused`: cannot be a feed we may ask.
 */
export type OpmlLineResult = (typeof OPML_LINE_RESULTS)[number];
