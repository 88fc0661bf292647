import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BOOLEAN = 0x01;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const UTF8_STRING = 0x0c;
const SET = 0x31;
const GENERALIZED_TIME = 0x18;
const DNS_NAME = 0x82;
const VERSION_3 = Buffer.from([0xa0, 0x03, INTEGER, 0x01, 0x02]);
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SUBJECT_ALT_NAME = Buffer.from('0603551d11', 'hex');
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex');
const DAY_MS = 86_400_000;

/** Both PEM. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

/** An authority of a test's own, that signs whatever is asked for. */
export interface TestAuthority {
  readonly cert: string;
  /** @param from days after now; @param to days after now. */
  issue(host: string, validity?: { readonly from: number; readonly to: number }): TestCertificate;
}

export function createTestAuthority(name: string, now: Date): TestAuthority {
  const signer = createSigner(name, now);
  return {
    cert: certify({ subject: name, publicKey: signer.publicKey, isAuthority: true }, signer),
    issue: (host, validity) => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return { cert: certify({ subject: host, publicKey, host, validity }, signer), key: toPem(privateKey) };
    },
  };
}

/** A certificate that vouches for itself. */
export function createSelfSigned(host: string, now: Date): TestCertificate {
  const signer = createSigner(host, now);
  return {
    cert: certify({ subject: host, publicKey: signer.publicKey, host }, signer),
    key: toPem(signer.privateKey),
  };
}

function createSigner(name: string, now: Date): Signer {
  return { name, now, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
}

/** X.509 as RFC 5280 lays it out, with no more in it than a handshake needs. */
function certify({ subject, publicKey, host, validity, isAuthority }: Wish, signer: Signer): string {
  const { from, to } = validity ?? { from: -1, to: 1 };
  const extensions = [
    ...(host === undefined
      ? []
      : [extension(SUBJECT_ALT_NAME, der(SEQUENCE, der(DNS_NAME, Buffer.from(host))))]),
    ...(isAuthority ? [extension(BASIC_CONSTRAINTS, der(SEQUENCE, der(BOOLEAN, Buffer.from([0xff]))))] : []),
  ];
  const content = der(
    SEQUENCE,
    VERSION_3,
    der(INTEGER, Buffer.concat([Buffer.from([0x01]), randomBytes(8)])),
    der(SEQUENCE, ECDSA_WITH_SHA256),
    nameOf(signer.name),
    der(SEQUENCE, timeIn(signer.now, from), timeIn(signer.now, to)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, ...extensions)),
  );
  const signature = Buffer.concat([Buffer.from([0x00]), sign('sha256', content, signer.privateKey)]);
  const whole = der(SEQUENCE, content, der(SEQUENCE, ECDSA_WITH_SHA256), der(BIT_STRING, signature));
  const lines = whole
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function nameOf(name: string): Buffer {
  return der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from(name)))));
}

function timeIn(now: Date, days: number): Buffer {
  const text = new Date(now.getTime() + days * DAY_MS).toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(GENERALIZED_TIME, Buffer.from(text));
}

function extension(id: Buffer, value: Buffer): Buffer {
  return der(SEQUENCE, id, der(OCTET_STRING, value));
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function toPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

interface Signer {
  readonly name: string;
  readonly now: Date;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface Wish {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly host?: string;
  readonly validity?: { readonly from: number; readonly to: number } | undefined;
  readonly isAuthority?: boolean;
}
