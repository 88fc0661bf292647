import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ICONS = join(process.cwd(), 'node_modules', '@web3icons', 'core', 'dist', 'svgs');
/** As the token catalogue writes it. */
const NAME = /^(tokens|networks)\/(?:branded|mono)\/([A-Za-z0-9_-]{1,40})$/;
const SVG = /<svg[\s\S]*<\/svg>/;

/**
 * The SVG of a token's logo on its own ground, so that it reads on light and dark alike; `undefined` where the set
 * has none of that name. A logo that comes as a bare white mark is given a dark ground.
 */
export async function readTokenIcon(icon: string): Promise<string | undefined> {
  const [, set, name] = NAME.exec(icon) ?? [];
  if (set === undefined || name === undefined) return undefined;
  const whole = await readSvg(join(ICONS, set, 'background', `${name}.svg.js`));
  if (whole !== undefined) return whole;
  const mark = await readSvg(join(ICONS, `${icon}.svg.js`));
  return mark?.replace('>', '><path fill="#2a2e35" d="M0 0h24v24H0z"/>');
}

/** The set ships each SVG as a module that exports it as a string. */
async function readSvg(path: string): Promise<string | undefined> {
  const code = await readFile(path, 'utf8').catch(() => undefined);
  return code === undefined ? undefined : SVG.exec(code)?.[0].replaceAll('\\n', '');
}
