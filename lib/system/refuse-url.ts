import { addressInUrl, refuseAddress, type AddressPolicy } from './address-guard';
import { serviceOnPort } from './closed-ports';

/** Names that only mean something inside a network (RFC 6761, 6762, 8375, ICANN's reservation of `internal`). */
const PRIVATE_ENDINGS = [
  ...['local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'localdomain', 'home.arpa'],
];
const METADATA_NAMES = new Set([
  ...['metadata.google.internal', 'metadata.goog', 'metadata', 'metadata.azure.internal'],
  ...[
    'instance-data',
    'instance-data.ec2.internal',
    'metadata.tencentyun.com',
    'metadata.platformequinix.com',
  ],
]);
/** Public names that answer with an address somebody else chose: a private one, or the one written in the name. */
const MIRROR_ENDINGS = ['nip.io', 'sslip.io', 'xip.io', 'localtest.me', 'lvh.me', 'vcap.me', 'lacolhost.com'];

/**
 * Why this URL may not be asked, as the end of a sentence, as far as it can be said without looking its name up;
 * `undefined` where it may.
 */
export function refuseUrl(url: URL, policy: AddressPolicy): string | undefined {
  if (url.username !== '' || url.password !== '') {
    return 'a name and a password stand before the host, which hides who is asked';
  }
  const service = serviceOnPort(url.port === '' ? 443 : Number(url.port));
  if (service !== undefined) return `port ${url.port} belongs to ${service}, not to a web server`;
  const literal = addressInUrl(url);
  return literal === undefined ? refuseName(url.hostname, policy) : refuseAddress(literal, policy);
}

/** Whether a name is this machine's own by definition (RFC 6761). */
export function isLocalhost(hostname: string): boolean {
  return endsWithName(plainName(hostname), 'localhost');
}

function refuseName(hostname: string, policy: AddressPolicy): string | undefined {
  const name = plainName(hostname);
  if (METADATA_NAMES.has(name)) return `${name} is the metadata service of a cloud`;
  if (policy === 'any') return undefined;
  if (isLocalhost(name)) return policy === 'public' ? `${name} is this machine itself` : undefined;
  if (!name.includes('.')) return `${name} is a name without a dot, which only a private network knows`;
  if (PRIVATE_ENDINGS.some((ending) => endsWithName(name, ending)))
    return `${name} is a name of a private network`;
  if (MIRROR_ENDINGS.some((ending) => endsWithName(name, ending))) {
    return `${name} answers with whatever address its asker wishes`;
  }
  return undefined;
}

/** `URL` has already put it in lower case and undone disguises; a name may end in a dot. */
function plainName(hostname: string): string {
  return hostname.replace(/\.+$/, '');
}

function endsWithName(name: string, ending: string): boolean {
  return name === ending || name.endsWith(`.${ending}`);
}
