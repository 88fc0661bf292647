/** What a payload calls when it runs. */
export const RUN = '__ran()';
/** Where a payload sends what it asks the browser to fetch: a name that can exist nowhere. */
export const HOST = 'payload.invalid';
