import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Newsroom } from '@/e2e/world/news/newsroom';
import type { PictureFile } from '@/e2e/world/pictures/picture';
import type { OutletFaults } from './outlet-faults';

/** What the outlets' server is made of. */
export interface OutletParts {
  readonly newsroom: Newsroom;
  readonly faults: OutletFaults;
  readonly picture: (name: string) => Promise<PictureFile | undefined>;
  readonly origin: string;
  readonly startedAt: number;
  readonly now: () => number;
}

/** One request and where its answer goes. */
export interface HttpExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: URL;
}
