import type { IncomingMessage } from 'node:http';
import { SECOND_MS } from '@/lib/core/time';
import { clientAddress } from './client-address';
import type { GatewayLimits } from './limits';
import { createRateWindow } from '@/lib/core/rate-window';

const RETRY_AFTER_FULL_S = 30;
const RETRY_AFTER_BUSY_S = 2;

/** Decides at the door who may open a socket, and keeps count of who did. */
export function createAdmission({ limits, allowedOrigins }: AdmissionOptions): Admission {
  const addresses = new Map<string, AddressBook>();
  let inside = 0;

  const bookOf = (address: string): AddressBook => {
    const known = addresses.get(address);
    if (known) return known;
    const book = {
      inside: 0,
      lastOpenAt: 0,
      mayOpen: createRateWindow(limits.maxOpensPerAddressPerSecond, SECOND_MS),
    };
    addresses.set(address, book);
    return book;
  };

  return {
    admit(request, now) {
      if (!allowedOrigins(request.headers.origin, request.headers.host)) {
        return refuse(403, 'A page of another site may not open this socket.');
      }
      if (inside >= limits.maxClients) return refuse(503, 'The desk is full.', RETRY_AFTER_FULL_S);
      const address = clientAddress(request);
      const book = bookOf(address);
      book.lastOpenAt = now.getTime();
      if (book.inside >= limits.maxClientsPerAddress) {
        return refuse(429, 'Too many sockets are open from this address.', RETRY_AFTER_FULL_S);
      }
      if (!book.mayOpen(now)) {
        return refuse(
          429,
          'Too many sockets were opened from this address within a second.',
          RETRY_AFTER_BUSY_S,
        );
      }
      return { kind: 'admitted', address };
    },
    enter(address) {
      inside += 1;
      bookOf(address).inside += 1;
    },
    leave(address) {
      inside -= 1;
      bookOf(address).inside -= 1;
    },
    forget(now) {
      for (const [address, book] of addresses) {
        if (book.inside === 0 && book.lastOpenAt < now.getTime() - SECOND_MS) addresses.delete(address);
      }
    },
  };
}

function refuse(status: Refused['status'], reason: string, retryAfterS?: number): Refused {
  return { kind: 'refused', status, reason, retryAfterS };
}

interface AdmissionOptions {
  readonly limits: GatewayLimits;
  readonly allowedOrigins: (origin: string | undefined, host: string | undefined) => boolean;
}

export interface Admission {
  admit(
    request: IncomingMessage,
    now: Date,
  ): { readonly kind: 'admitted'; readonly address: string } | Refused;
  /** The handshake of an admitted client succeeded. */
  enter(address: string): void;
  leave(address: string): void;
  /** Drops the memory of addresses that have gone. */
  forget(now: Date): void;
}

export interface Refused {
  readonly kind: 'refused';
  readonly status: 403 | 429 | 503;
  readonly reason: string;
  readonly retryAfterS: number | undefined;
}

interface AddressBook {
  inside: number;
  lastOpenAt: number;
  readonly mayOpen: (now: Date) => boolean;
}
