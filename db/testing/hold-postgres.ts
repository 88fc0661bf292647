import { startPostgres } from '@/db/embedded';

/** A process of its own that holds a data directory until it is killed: `tsx hold-postgres.ts <directory>`. */
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const [directory] = process.argv.slice(2);
const env = { DATA_DIR: directory, DATABASE_URL: undefined, SIMULATED_WORLD: undefined };
const { url } = await startPostgres({ env, log: SILENT, throwaway: true });
process.stdout.write(`${url}\n`);
setInterval(() => undefined, 60_000);
