const SMALL_WORDS = new Set(
  'a an and as at but by for from in into is it its nor of off on or per the to up via with'.split(' '),
);

/** A Headline in Capitals, as many newsrooms set it. */
export function toTitleCase(title: string): string {
  return title
    .split(' ')
    .map((word, index) =>
      index > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}
