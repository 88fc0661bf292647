import sharp from 'sharp';
import { createChance, seedOf } from '@/e2e/world/chance';
import { THEMES } from '@/e2e/world/news/kinds/kind';
import { COMPOSITIONS, HEIGHT, WIDTH } from './compositions';
import { paletteOf } from './palettes';

const MAX_KEPT = 400;
const PICTURE = /^([a-z]+)-([a-z0-9]+)\.(png|jpg|webp)$/;
const QUALITY = 82;

export interface PictureFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Draws pictures by their names, `markets-1x2y3z.png`: the same name is always the same picture. */
export function createPictures(): (name: string) => Promise<PictureFile | undefined> {
  const kept = new Map<string, Promise<PictureFile>>();
  return async (name) => {
    const known = kept.get(name);
    if (known) return known;
    const svg = drawSvg(name);
    if (svg === undefined) return undefined;
    const file = toFile(svg, name);
    kept.set(name, file);
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value ?? name);
    return file;
  };
}

function drawSvg(name: string): string | undefined {
  const [, themeName, id] = PICTURE.exec(name) ?? [];
  const theme = THEMES.find((known) => known === themeName);
  if (theme === undefined || id === undefined) return undefined;
  const chance = createChance(seedOf('picture', id));
  const palette = paletteOf(theme, chance.unit());
  const { night, dusk, light, accent } = palette;
  const glowX = Math.round(chance.between(15, 85));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<defs>
<linearGradient id="ground" x1="0" y1="0" x2="${chance.between(0.2, 0.8).toFixed(2)}" y2="1"><stop offset="0" stop-color="${dusk}"/><stop offset="1" stop-color="${night}"/></linearGradient>
<radialGradient id="glow" cx="${glowX}%" cy="30%" r="65%"><stop offset="0" stop-color="${light}" stop-opacity="0.42"/><stop offset="1" stop-color="${light}" stop-opacity="0"/></radialGradient>
<linearGradient id="disc" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${accent}"/></linearGradient>
</defs>
<rect width="100%" height="100%" fill="url(#ground)"/>
<rect width="100%" height="100%" fill="url(#glow)"/>
${chance.pick(COMPOSITIONS)(chance, palette)}
</svg>`;
}

async function toFile(svg: string, name: string): Promise<PictureFile> {
  const drawn = sharp(Buffer.from(svg));
  if (name.endsWith('.png'))
    return { type: 'image/png', bytes: await drawn.png({ palette: true, quality: QUALITY }).toBuffer() };
  if (name.endsWith('.webp'))
    return { type: 'image/webp', bytes: await drawn.webp({ quality: QUALITY }).toBuffer() };
  return { type: 'image/jpeg', bytes: await drawn.jpeg({ quality: QUALITY }).toBuffer() };
}
