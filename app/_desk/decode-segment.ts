const CONTROL = /\p{Cc}/u;

/** A path segment as its reader typed it; empty for what no address of ours can hold. */
export function decodeSegment(segment: string): string {
  try {
    const text = decodeURIComponent(segment);
    return CONTROL.test(text) ? '' : text;
  } catch {
    return '';
  }
}
