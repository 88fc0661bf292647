import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putAwayAfterwards } from './put-away-afterwards';

/** A fresh data directory that the database's own account can enter, so that removing it removes everything. */
export function temporaryDirectory(name: string): TemporaryDirectory {
  const path = mkdtempSync(join(tmpdir(), `tapewire-${name}-`));
  chmodSync(path, 0o755);
  const forget = putAwayAfterwards('directory', path);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
      forget();
    },
  };
}

interface TemporaryDirectory {
  readonly path: string;
  remove(): void;
}
