import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Starts a server on a free loopback port. @returns its origin. */
export async function listenOnLoopback(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${portOf(server.address())}`;
}

/** Runs a test against a server that says whatever `speak` writes. */
export async function withTcp(
  speak: (socket: Socket) => void,
  run: (url: string) => Promise<void>,
): Promise<void> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    speak(socket);
  });
  try {
    await run(`${await listenOnLoopback(server)}/`);
  } finally {
    server.close();
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return address.port;
}
