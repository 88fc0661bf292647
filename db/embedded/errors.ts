/** The database cannot start, and its message says what a person can do about it. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError';
}

/** What lies in the data directory is not ours to open. It stays as it was found. */
export class DataDirectoryError extends DatabaseStartError {
  override name = 'DataDirectoryError';
}
