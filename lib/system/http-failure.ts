import { RefusedAddressError } from './address-guard';

export type HttpFailureReason =
  | 'not-a-url'
  | 'refused-address'
  /** Whoever asked would not be sent there. */
  | 'refused-redirect'
  | 'dns'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'redirect-loop'
  | 'connection'
  | 'bad-answer'
  | 'busy'
  | 'stopped';

export interface HttpFailure {
  readonly kind: 'failed';
  readonly reason: HttpFailureReason;
  /** A sentence for an operator. */
  readonly message: string;
  /** Of `busy`: when to come again. */
  readonly afterMs?: number;
}

/** A refusal decided while the answer was being read; carries its own sentence. */
export class HttpError extends Error {
  override name = 'HttpError';
  constructor(
    readonly reason: HttpFailureReason,
    message: string,
  ) {
    super(message);
  }
}

const TOO_OLD = 'The encryption that {host} offers is too old to be safe.';
const UNKNOWN_AUTHORITY = 'The certificate of {host} is signed by an unknown authority.';
const NO_COMMON_WAY = '{host} and we know no encryption in common.';

const CODE_WORDS: Readonly<Record<string, readonly [HttpFailureReason, string]>> = {
  ENOTFOUND: ['dns', 'The name {host} does not exist, or there is no network.'],
  ENODATA: ['dns', 'The name {host} has no address.'],
  EAI_AGAIN: ['dns', 'The name {host} could not be looked up: the name server does not answer.'],
  ETIMEOUT: ['dns', 'The name {host} could not be looked up in time: the name server is slow.'],
  ECONNREFUSED: ['connection', '{host} refused the connection.'],
  ECONNRESET: ['connection', '{host} broke the connection off.'],
  EPIPE: ['connection', '{host} broke the connection off.'],
  UND_ERR_SOCKET: ['connection', '{host} broke the connection off.'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['connection', '{host} sent less than it had announced.'],
  EHOSTUNREACH: ['connection', 'There is no way to {host} from this machine.'],
  ENETUNREACH: ['connection', 'There is no way to {host} from this machine.'],
  EADDRNOTAVAIL: ['connection', 'There is no way to {host} from this machine.'],
  ETIMEDOUT: ['timeout', '{host} did not accept a connection in time.'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', '{host} did not accept a connection in time.'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', '{host} accepted the request but did not answer in time.'],
  UND_ERR_BODY_TIMEOUT: ['timeout', '{host} began to answer and then fell silent.'],
  UND_ERR_HEADERS_OVERFLOW: ['bad-answer', '{host} sent more headers than a browser would take.'],
  CERT_HAS_EXPIRED: ['tls', 'The certificate of {host} has expired.'],
  CERT_NOT_YET_VALID: ['tls', 'The certificate of {host} is not valid yet.'],
  CERT_REVOKED: ['tls', 'The certificate of {host} was revoked.'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'The certificate of {host} is signed by nobody but itself.'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', UNKNOWN_AUTHORITY],
  UNABLE_TO_GET_ISSUER_CERT: ['tls', UNKNOWN_AUTHORITY],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', UNKNOWN_AUTHORITY],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'tls',
    'The certificate of {host} comes without the one that vouches for it: unknown or left out.',
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'The certificate of {host} is for another name.'],
  ERR_SSL_UNSUPPORTED_PROTOCOL: ['tls', TOO_OLD],
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: ['tls', TOO_OLD],
  ERR_SSL_DH_KEY_TOO_SMALL: ['tls', TOO_OLD],
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: ['tls', NO_COMMON_WAY],
  ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY: ['tls', NO_COMMON_WAY],
  ERR_SSL_NO_CIPHERS_AVAILABLE: ['tls', NO_COMMON_WAY],
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: ['tls', '{host} does not answer to that name over TLS.'],
  ERR_SSL_WRONG_VERSION_NUMBER: ['tls', '{host} does not speak TLS at this port.'],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['tls', '{host} does not speak TLS at this port.'],
  EPROTO: ['tls', '{host} does not speak TLS as we do.'],
};

const CODE_FAMILIES: readonly (readonly [RegExp, HttpFailureReason, string])[] = [
  [/^(?:ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_)/, 'tls', 'The encryption of {host} cannot be trusted ({code}).'],
  [/^(?:HPE_|UND_ERR_RESPONSE)/, 'bad-answer', '{host} answered something that is not HTTP.'],
  [/^(?:Z_|ERR__ERROR_FORMAT|ERR_|BROTLI)/, 'bad-answer', 'The compressed answer of {host} is damaged.'],
];

/** Names what went wrong with a request to `host`. */
export function describeHttpError(error: unknown, host: string): HttpFailure {
  if (error instanceof HttpError) return { kind: 'failed', reason: error.reason, message: error.message };
  const refused = findCause(error, (cause) => cause instanceof RefusedAddressError);
  if (refused) return { kind: 'failed', reason: 'refused-address', message: refused.message };
  const code = findCode(error);
  const [reason, words] = CODE_WORDS[code] ?? familyOf(code);
  return {
    kind: 'failed',
    reason,
    message: words.replace('{host}', namedIn(reason, host)).replace('{code}', code),
  };
}

/** The connection was closed under the request, before any answer. */
export function isBrokenConnection(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(findCode(error));
}

function familyOf(code: string): readonly [HttpFailureReason, string] {
  for (const [pattern, reason, words] of CODE_FAMILIES) if (pattern.test(code)) return [reason, words];
  return [
    'connection',
    code === '' ? 'The request to {host} failed.' : 'The request to {host} failed ({code}).',
  ];
}

function findCode(error: unknown): string {
  // The parser's own error may come without a code.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'HPE_INVALID';
  const coded = findCause(error, (cause) => 'code' in cause && typeof cause.code === 'string');
  return coded && 'code' in coded && typeof coded.code === 'string' ? coded.code : '';
}

/** Words that are about a name are about it, not about the port that was asked. */
function namedIn(reason: HttpFailureReason, host: string): string {
  return reason === 'dns' ? host.replace(/:\d+$/, '') : host;
}

/** Walks causes and the parts of an aggregate: several addresses of one host fail together. */
function findCause(error: unknown, fits: (cause: Error) => boolean, depth = 0): Error | undefined {
  if (!(error instanceof Error) || depth > 4) return undefined;
  if (fits(error)) return error;
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  for (const part of parts) {
    const found = findCause(part, fits, depth + 1);
    if (found) return found;
  }
  return undefined;
}
