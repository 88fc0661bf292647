/** Where a page of a list ended: rows stand by moment, and those of the same moment by id. */
export interface ListPosition {
  readonly at: Date;
  readonly id: number;
}

const WRITTEN = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,15})$/;

/** As it stands in an address: `2026-11-23T12:00:00.000Z~184`. */
export function writePosition({ at, id }: ListPosition): string {
  return `${at.toISOString()}~${id}`;
}

/** `undefined` for what {@link writePosition} did not write. */
export function readPosition(text: string): ListPosition | undefined {
  const [, moment = '', id = ''] = WRITTEN.exec(text) ?? [];
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? undefined : { at, id: Number(id) };
}
