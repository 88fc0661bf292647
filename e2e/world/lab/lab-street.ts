import type { Server } from 'node:http';
import { HOST, listen } from '@/e2e/world/listen';
import type { OutletFaults } from '@/e2e/world/outlets/outlet-faults';
import { LAB_OUTLETS } from './lab-outlets';

/** The lab's sites: each on a port of its own, as sites are hosts of their own, so that none waits for another. */
export interface LabStreet {
  /** Where an outlet's site is; `undefined` for those that share the world's port. */
  originOf(slug: string): string | undefined;
  /** Closes the doors of those that refuse, and opens them again. */
  tick(): void;
  stop(): Promise<void>;
}

export const NO_STREET: LabStreet = {
  originOf: () => undefined,
  tick: () => undefined,
  stop: () => Promise.resolve(),
};

/** @param createSite a server that speaks for the origin it will have. */
export async function openLabStreet(
  createSite: (origin: () => string) => Server,
  faults: OutletFaults,
): Promise<LabStreet> {
  const sites = await Promise.all(LAB_OUTLETS.map(({ slug }) => openSite(slug, createSite)));
  const origins = new Map(sites.map(({ slug, port }) => [slug, originAt(port)]));
  let turning = Promise.resolve();
  let isTurning = false;
  const turnDoors = async (): Promise<void> => {
    for (const { slug, server, port } of sites) {
      const isRefusing = faults.find(slug, 'refused') !== undefined;
      if (isRefusing && server.listening) await close(server);
      else if (!isRefusing && !server.listening) await listen(server, port);
    }
  };
  return {
    originOf: (slug) => origins.get(slug),
    tick: () => {
      if (isTurning) return;
      isTurning = true;
      turning = turnDoors().finally(() => (isTurning = false));
    },
    stop: async () => {
      await turning;
      await Promise.all(sites.map(({ server }) => close(server)));
    },
  };
}

async function openSite(slug: string, createSite: (origin: () => string) => Server): Promise<Site> {
  let port = 0;
  const server = createSite(() => originAt(port));
  port = await listen(server, 0);
  return { slug, server, port };
}

function originAt(port: number): string {
  return `http://${HOST}:${port}`;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

interface Site {
  readonly slug: string;
  readonly server: Server;
  readonly port: number;
}
