import { tsImport } from 'tsx/esm/api';

/** The placing thread from its source, for tests and development: a thread inherits no loader that knows TypeScript. */
export const { open, take, bind, place, undo, forget } = await tsImport('./place-worker.ts', import.meta.url);
