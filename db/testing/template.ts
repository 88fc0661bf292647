export const TEMPLATE_DATABASE = 'tapewire';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database of the test server that nobody keeps data in. */
    postgresUrl: string;
  }
}
