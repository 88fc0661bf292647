const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });
const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' });

/** `English` for `en`. A code that is none stands as it is. */
export function languageName(code: string): string {
  return nameOf(LANGUAGES, code);
}

/** `Netherlands` for `NL`. */
export function countryName(code: string): string {
  return nameOf(COUNTRIES, code);
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
