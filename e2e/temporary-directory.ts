import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh data directory that the database's own account can enter, so that removing it removes everything. */
export function temporaryDirectory(name: string): string {
  const path = mkdtempSync(join(tmpdir(), `tapewire-${name}-`));
  chmodSync(path, 0o755);
  return path;
}
