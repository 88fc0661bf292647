import { connection } from 'next/server';
import { readReaderSettings } from './reader-settings';

/** When a page is written and in which zone its reader wants times told. */
export interface PageTime {
  readonly now: Date;
  readonly zone: string;
}

/** The first line of every page: it is written for this request, at this moment. */
export async function startPage(): Promise<PageTime> {
  await connection();
  const { zone } = await readReaderSettings();
  return { now: new Date(), zone };
}
