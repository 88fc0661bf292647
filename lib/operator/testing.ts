import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path of the {@link startOutlet} answers. */
export type OutletAnswer = (response: ServerResponse) => void;

/** A small site on loopback for tests, one answer a path. */
export async function startOutlet(
  answers: Readonly<Record<string, OutletAnswer>>,
): Promise<{ readonly base: string; readonly asked: string[]; stop(): void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const respond = answers[path];
    if (respond) respond(response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export function answer(type: string, body: string | Uint8Array): OutletAnswer {
  return (response) => response.writeHead(200, { 'content-type': type }).end(body);
}

export function redirect(status: number, location: string): OutletAnswer {
  return (response) => response.writeHead(status, { location }).end();
}

/** An RSS document; each item is its title, address and date. */
export function rss(
  title: string,
  items: readonly {
    readonly title: string;
    readonly path: string;
    readonly date?: string;
    readonly text?: string;
  }[],
): string {
  const entries = items.map(
    (item) =>
      `<item><title>${item.title}</title><link>https://outlet.example${item.path}</link>` +
      (item.date === undefined ? '' : `<pubDate>${item.date}</pubDate>`) +
      `<description>${item.text ?? 'A few words on it.'}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://www.outlet.example/</link><language>en-US</language>${entries.join('')}</channel></rss>`;
}
