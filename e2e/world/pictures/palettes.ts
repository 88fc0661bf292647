import type { Theme } from '@/e2e/world/news/kinds/kind';

/** Night, dusk, light and accent: the first two are the ground, the others are drawn on it. */
export interface Palette {
  readonly night: string;
  readonly dusk: string;
  readonly light: string;
  readonly accent: string;
}

/** Hue of the ground, hue of the drawing and hue of the accent, by theme. */
const HUES: Readonly<Record<Theme, readonly [ground: number, light: number, accent: number]>> = {
  funds: [222, 38, 160],
  venues: [262, 285, 45],
  security: [350, 12, 200],
  upgrades: [200, 178, 330],
  regulation: [228, 210, 28],
  mining: [24, 36, 195],
  stablecoins: [168, 150, 48],
  defi: [280, 318, 175],
  funding: [245, 205, 52],
  onchain: [195, 188, 300],
  markets: [215, 148, 352],
  macro: [232, 46, 190],
  ai: [255, 190, 320],
  culture: [310, 28, 190],
};

/** The theme's colours, turned a little by chance so that no two pictures look printed from one plate. */
export function paletteOf(theme: Theme, turn: number): Palette {
  const [ground, light, accent] = HUES[theme];
  const by = (turn - 0.5) * 26;
  return {
    night: hsl(ground + by, 52, 11),
    dusk: hsl(ground + by * 2, 58, 32),
    light: hsl(light + by, 82, 66),
    accent: hsl(accent - by, 88, 62),
  };
}

function hsl(hue: number, saturation: number, lightness: number): string {
  return `hsl(${Math.round((hue + 360) % 360)},${saturation}%,${lightness}%)`;
}
