import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tokenLabel } from '@/db/queries/token-label';
import type { TokenId } from '@/lib/model/ids';
import { drawMonogram, putOnPlate } from './monogram';

const ICON_SET = ['node_modules', '@web3icons', 'core', 'dist', 'svgs'];
const TOKEN_ID = /^[a-z0-9-]{1,100}$/;
/** `tokens/branded/BTC`, and nothing that could lead anywhere else. */
const ICON_NAME = /^(tokens|networks)\/(branded|mono)\/([A-Za-z0-9](?:[A-Za-z0-9-]{0,60}[A-Za-z0-9])?)$/;
/** The set ships each drawing as a module of one string. */
const MODULE_TEXT = /^var \w+ =\s*'((?:[^'\\]|\\.)*)'/;

export interface TokenLogo {
  /** `unknown`: there is no such token; the picture is a monogram of what was asked for. */
  readonly kind: 'logo' | 'monogram' | 'unknown';
  readonly svg: string;
  readonly etag: string;
}

/** A token's logo as SVG; a monogram where the icon set has none, so that no page shows a broken picture. */
export async function tokenLogo(id: string): Promise<TokenLogo> {
  const label = TOKEN_ID.test(id) ? await tokenLabel(id as TokenId) : undefined;
  if (!label) return toLogo('unknown', drawMonogram(id.slice(0, 1).toUpperCase(), id));
  const drawing = label.icon === undefined ? undefined : await readIcon(label.icon, id);
  if (drawing !== undefined) return toLogo('logo', drawing);
  return toLogo('monogram', drawMonogram(label.symbol, id));
}

function toLogo(kind: TokenLogo['kind'], svg: string): TokenLogo {
  return { kind, svg, etag: `"${createHash('sha256').update(svg).digest('base64url').slice(0, 22)}"` };
}

/** The drawing on the brand's own ground where the set has it: a bare one vanishes on one theme or the other. */
async function readIcon(icon: string, id: string): Promise<string | undefined> {
  const [, family, variant, name] = ICON_NAME.exec(icon) ?? [];
  if (family === undefined || name === undefined) return undefined;
  if (variant === 'branded') return readDrawing(family, 'background', name);
  const bare = await readDrawing(family, 'mono', name);
  return bare === undefined ? undefined : putOnPlate(bare, id);
}

async function readDrawing(family: string, variant: string, name: string): Promise<string | undefined> {
  const path = join(
    /* turbopackIgnore: true */ process.cwd(),
    ...ICON_SET,
    family,
    variant,
    `${name}.svg.js`,
  );
  try {
    const quoted = MODULE_TEXT.exec(await readFile(path, 'utf8'))?.[1];
    return quoted?.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');
  } catch {
    // The catalogue may name a drawing that this version of the set lacks.
    return undefined;
  }
}
