import { tsImport } from 'tsx/esm/api';

/** The reading thread from its source, for tests and development: a thread inherits no loader that knows TypeScript. */
export const { read, readFactsOnly, readPage } = await tsImport('./read-worker.ts', import.meta.url);
