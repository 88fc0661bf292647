import { SETTING_COOKIES, toReaderSettings, type ReaderSettings } from '@/lib/model/reader-settings';

const A_YEAR_SECONDS = 31_536_000;
const DEFAULTS = toReaderSettings(() => undefined);

/** Remembers one setting. A default leaves no cookie, so that the page can be shared from a cache. */
export function keepSetting(name: keyof ReaderSettings, value: string): void {
  const seconds = value === DEFAULTS[name] ? 0 : A_YEAR_SECONDS;
  document.cookie = `${SETTING_COOKIES[name]}=${value}; path=/; max-age=${seconds}; samesite=lax`;
}

/** Puts the settings on the page as the server would. */
export function showSettings({ theme, palette }: ReaderSettings): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  dataset['palette'] = palette;
}
