/** Loaded into a child process: it ends when the parent closes its input, which even a kill does. */
process.stdin.on('end', () => process.exit(0)).resume();
process.stdin.unref?.();
