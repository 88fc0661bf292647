import type { Chance } from '@/e2e/world/chance';
import type { Palette } from './palettes';

export const WIDTH = 1_200;
export const HEIGHT = 675;

/** Draws the middle of a picture as SVG elements. */
type Composition = (chance: Chance, palette: Palette) => string;

/** What can be drawn; each picture is one of them. */
export const COMPOSITIONS: readonly Composition[] = [
  candles,
  ridges,
  orbits,
  blocks,
  network,
  horizon,
  ribbons,
  skyline,
];

function candles(chance: Chance, { light, accent }: Palette): string {
  const step = chance.pick([48, 60, 76]);
  let level = HEIGHT * chance.between(0.45, 0.65);
  const drawn: string[] = [];
  for (let x = -step; x < WIDTH + step; x += step) {
    const move = chance.between(-104, 90);
    const top = Math.min(level, level + move);
    const height = Math.max(6, Math.abs(move));
    const colour = move < 0 ? light : accent;
    const opacity = (0.35 + 0.6 * (x / WIDTH)).toFixed(2);
    const wick = chance.between(18, 60);
    drawn.push(
      `<g fill="${colour}" opacity="${opacity}"><rect x="${x}" y="${round(top)}" width="${step * 0.58}" height="${round(height)}" rx="3"/>` +
        `<rect x="${x + step * 0.26}" y="${round(top - wick)}" width="3" height="${round(height + wick * 2)}" rx="1.5"/></g>`,
    );
    level = Math.min(HEIGHT * 0.85, Math.max(HEIGHT * 0.18, level + move));
  }
  return gridLines(light) + drawn.join('');
}

function ridges(chance: Chance, { light, accent }: Palette): string {
  return Array.from({ length: 5 }, (_, index) => {
    const base = HEIGHT * (0.38 + index * 0.13);
    const points = wave(chance, base, 90 - index * 8);
    const colour = index === 4 ? accent : light;
    const opacity = 0.14 + index * 0.13;
    return `<path d="M0 ${HEIGHT} L${points} L${WIDTH} ${HEIGHT}Z" fill="${colour}" opacity="${opacity.toFixed(2)}"/>`;
  }).join('');
}

function orbits(chance: Chance, { light, accent }: Palette): string {
  const x = WIDTH * chance.between(0.3, 0.7);
  const y = HEIGHT * chance.between(0.4, 0.6);
  const rings = Array.from({ length: 7 }, (_, index) => {
    const radius = 70 + index * chance.between(48, 66);
    const angle = chance.between(0, Math.PI * 2);
    const planet = `<circle cx="${round(x + Math.cos(angle) * radius)}" cy="${round(y + Math.sin(angle) * radius)}" r="${round(chance.between(6, 20))}" fill="${index % 3 === 0 ? accent : light}"/>`;
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="none" stroke="${light}" stroke-width="2" opacity="0.28"/>${planet}`;
  });
  return `${rings.join('')}<circle cx="${round(x)}" cy="${round(y)}" r="48" fill="url(#glow)"/><circle cx="${round(x)}" cy="${round(y)}" r="34" fill="${accent}"/>`;
}

function blocks(chance: Chance, { light, accent }: Palette): string {
  const size = chance.pick([58, 70, 84]);
  const drawn: string[] = [];
  for (let row = 0; row < 9; row++) {
    for (let column = -1; column < 18; column++) {
      if (!chance.isLikely(0.34 + row * 0.05)) continue;
      const x = column * size + (row % 2 === 0 ? 0 : size / 2);
      const y = 70 + row * size * 0.62 - chance.between(0, size * 0.5);
      drawn.push(cube([x, y], size, chance.isLikely(0.12) ? accent : light));
    }
  }
  return drawn.join('');
}

function network(chance: Chance, { light, accent }: Palette): string {
  const nodes = Array.from({ length: 34 }, () => ({
    x: chance.between(40, WIDTH - 40),
    y: chance.between(40, HEIGHT - 40),
    radius: chance.between(4, 15),
    isBright: chance.isLikely(0.2),
  }));
  const lines = nodes.flatMap((from, index) =>
    nodes
      .slice(index + 1)
      .filter((to) => Math.hypot(from.x - to.x, from.y - to.y) < 210)
      .map((to) => `<path d="M${round(from.x)} ${round(from.y)} L${round(to.x)} ${round(to.y)}"/>`),
  );
  const dots = nodes.map(
    ({ x, y, radius, isBright }) =>
      `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${isBright ? accent : light}" opacity="0.9"/>`,
  );
  return `<g stroke="${light}" stroke-width="1.6" opacity="0.32">${lines.join('')}</g>${dots.join('')}`;
}

function horizon(chance: Chance, { light, accent }: Palette): string {
  const y = HEIGHT * chance.between(0.52, 0.62);
  const x = WIDTH * chance.between(0.25, 0.75);
  const radius = chance.between(120, 190);
  const sun = `<circle cx="${round(x)}" cy="${round(y - radius * 0.25)}" r="${round(radius)}"/>`;
  const slats = Array.from({ length: 6 }, (_, index) => {
    const at = y - radius * 0.62 + index * radius * 0.13;
    return `<rect x="0" y="${round(at)}" width="${WIDTH}" height="${2 + index * 2}" fill="url(#ground)" clip-path="url(#sun)"/>`;
  });
  const lines = Array.from({ length: 25 }, (_, index) => {
    const end = x + (index - 12) * 190;
    return `<path d="M${round(x)} ${round(y)} L${round(end)} ${HEIGHT}"/>`;
  });
  const rows = Array.from(
    { length: 8 },
    (_, index) => `<path d="M0 ${round(y + index ** 2 * 4.2)} H${WIDTH}"/>`,
  );
  return (
    `<clipPath id="sun">${sun}</clipPath><g fill="url(#disc)">${sun}</g>${slats.join('')}` +
    `<rect x="0" y="${round(y)}" width="${WIDTH}" height="${HEIGHT}" fill="url(#ground)"/>` +
    `<g stroke="${light}" stroke-width="1.5" opacity="0.4">${lines.join('')}${rows.join('')}</g>` +
    `<rect x="0" y="${round(y - 2)}" width="${WIDTH}" height="3" fill="${accent}"/>`
  );
}

function ribbons(chance: Chance, { light, accent }: Palette): string {
  return Array.from({ length: 9 }, (_, index) => {
    const start = chance.between(-0.1, 1) * HEIGHT;
    const bend = chance.between(-260, 260);
    const end = chance.between(0, 1.1) * HEIGHT;
    const path = `M-40 ${round(start)} C${WIDTH * 0.35} ${round(start + bend)}, ${WIDTH * 0.6} ${round(end - bend)}, ${WIDTH + 40} ${round(end)}`;
    const width = round(chance.between(8, 74));
    return `<path d="${path}" fill="none" stroke="${index % 4 === 0 ? accent : light}" stroke-width="${width}" opacity="${chance.between(0.12, 0.5).toFixed(2)}" stroke-linecap="round"/>`;
  }).join('');
}

function skyline(chance: Chance, { light, accent }: Palette): string {
  const drawn: string[] = [];
  for (let x = -20; x < WIDTH;) {
    const width = chance.between(36, 98);
    const height = chance.between(90, 420);
    const top = HEIGHT - height;
    drawn.push(
      `<rect x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${light}" opacity="${chance.between(0.14, 0.42).toFixed(2)}"/>`,
    );
    for (let y = top + 18; y < HEIGHT - 14; y += 26) {
      for (let at = x + 9; at < x + width - 12; at += 20) {
        if (chance.isLikely(0.3)) {
          drawn.push(
            `<rect x="${round(at)}" y="${round(y)}" width="8" height="11" fill="${accent}" opacity="${chance.between(0.3, 0.95).toFixed(2)}"/>`,
          );
        }
      }
    }
    x += width + chance.between(2, 14);
  }
  return drawn.join('');
}

function cube([x, y]: readonly [x: number, y: number], size: number, colour: string): string {
  const half = size / 2;
  const quarter = size / 4;
  const top = `${x},${round(y)} ${x + half},${round(y + quarter)} ${x},${round(y + half)} ${x - half},${round(y + quarter)}`;
  const left = `${x - half},${round(y + quarter)} ${x},${round(y + half)} ${x},${round(y + size)} ${x - half},${round(y + quarter * 3)}`;
  const right = `${x + half},${round(y + quarter)} ${x},${round(y + half)} ${x},${round(y + size)} ${x + half},${round(y + quarter * 3)}`;
  return `<g fill="${colour}"><polygon points="${top}" opacity="0.9"/><polygon points="${left}" opacity="0.5"/><polygon points="${right}" opacity="0.28"/></g>`;
}

function wave(chance: Chance, base: number, height: number): string {
  const points: string[] = [];
  let y = base;
  for (let x = 0; x <= WIDTH; x += 40) {
    y = base + (y - base) * 0.7 + chance.between(-height, height) * 0.5;
    points.push(`${x} ${round(y)}`);
  }
  return points.join(' L');
}

function gridLines(colour: string): string {
  const rows = Array.from({ length: 7 }, (_, index) => `<path d="M0 ${60 + index * 92} H${WIDTH}"/>`);
  return `<g stroke="${colour}" stroke-width="1" opacity="0.12">${rows.join('')}</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
