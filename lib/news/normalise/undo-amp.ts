import { getDomain } from 'tldts';

const AMP_SWITCHES: Readonly<Record<string, RegExp>> = {
  amp: /^(?:|1|true|y|yes)$/i,
  outputtype: /^amp(?:-type)?$/i,
  output: /^amp$/i,
  view: /^amp$/i,
  format: /^amp$/i,
};
/**
 * What an article's own part of a path looks like. `/price/amp` is the page of the Amp token, and
 * `/amp/price-prediction` is below it.
 */
const STORY = /[^-]-[^-]+-[^-]|\d{4}|\.html?$/;

/** Whether a parameter only asks for the AMP form of a page. */
export function isAmpSwitch(name: string, value: string): boolean {
  const key = name.toLowerCase();
  return Object.hasOwn(AMP_SWITCHES, key) && AMP_SWITCHES[key]?.test(value) === true;
}

/** The path of the page proper where `path` is that of its AMP form. */
export function undoAmpPath(path: string): string {
  const parts = path.split('/');
  const isSlashed = parts.at(-1) === '';
  const last = parts.length - (isSlashed ? 2 : 1);
  if (parts[last]?.toLowerCase() === 'amp' && isStory(parts[last - 1])) {
    return [...parts.slice(0, last), ...(isSlashed ? [''] : [])].join('/');
  }
  if (parts[1]?.toLowerCase() === 'amp' && parts.length > 3 && isStory(parts[last]))
    return `/${parts.slice(2).join('/')}`;
  return path.replace(/\.amp(?=(?:\.html?)?$)/i, '');
}

/** `amp.site.example` → `site.example`; a domain that is itself called `amp.…` stays. */
export function undoAmpHost(host: string): string {
  if (!host.startsWith('amp.')) return host;
  const domain = getDomain(host);
  return domain === null || domain === host ? host : host.slice('amp.'.length);
}

function isStory(part: string | undefined): boolean {
  return part !== undefined && STORY.test(part);
}
