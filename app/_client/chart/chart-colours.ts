const NAMES = ['up', 'down', 'text', 'muted', 'line', 'bg'] as const;

export type ChartColours = Readonly<Record<(typeof NAMES)[number], string>>;

/** The desk's colours as a canvas library understands them: it knows rgb, our stylesheet speaks oklch. */
export function readChartColours(element: HTMLElement): ChartColours {
  const probe = document.createElement('span');
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return pen ? toRgb(pen, getComputedStyle(probe).color) : 'gray';
  };
  const [up, down, text, muted, line, bg] = NAMES.map(read);
  probe.remove();
  return {
    up: up ?? '',
    down: down ?? '',
    text: text ?? '',
    muted: muted ?? '',
    line: line ?? '',
    bg: bg ?? '',
  };
}

/** Tells when theme or palette change. Returns the way out. */
export function onColoursChange(changed: () => void): () => void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-palette'] });
  scheme.addEventListener('change', changed);
  return () => {
    watcher.disconnect();
    scheme.removeEventListener('change', changed);
  };
}

function toRgb(pen: CanvasRenderingContext2D, colour: string): string {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
