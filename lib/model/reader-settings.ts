export const THEMES = ['system', 'light', 'dark'] as const;
/** `system` follows the machine's wish; nothing is written on the page for it. */
export type Theme = (typeof THEMES)[number];

export const PALETTES = ['classic', 'accessible', 'inverted'] as const;
/** Which colours mean up and down. */
export type Palette = (typeof PALETTES)[number];

/** How one reader wants to see the desk. Kept in cookies, so that the first paint is right. */
export interface ReaderSettings {
  readonly theme: Theme;
  readonly palette: Palette;
  /** IANA name. Times stand in UTC until the reader asks for another zone. */
  readonly zone: string;
}

export const SETTING_COOKIES = { theme: 'theme', palette: 'palette', zone: 'zone' } as const;

/** Reads what the cookies say; a value that is not one of ours counts as absent. */
export function toReaderSettings(cookie: (name: string) => string | undefined): ReaderSettings {
  return {
    theme: oneOf(THEMES, cookie(SETTING_COOKIES.theme)) ?? 'system',
    palette: oneOf(PALETTES, cookie(SETTING_COOKIES.palette)) ?? 'classic',
    zone: toZone(cookie(SETTING_COOKIES.zone)) ?? 'UTC',
  };
}

function oneOf<T extends string>(known: readonly T[], text: string | undefined): T | undefined {
  return known.find((one) => one === text);
}

function toZone(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return Intl.supportedValuesOf('timeZone').includes(text) ? text : undefined;
}
