import type { Server } from 'node:http';
import type { Env } from './env';

/** Opens the server's port, which PORT=0 leaves to the machine. @returns the address readers use. */
export function listen(
  server: Server,
  { PORT, HOST, PUBLIC_URL }: Pick<Env, 'PORT' | 'HOST' | 'PUBLIC_URL'>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : PORT;
      resolve(PUBLIC_URL ?? `http://localhost:${port}`);
    });
  });
}

/** Takes no more requests and ends the connections that are left. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
