'use client';

import { useEffect } from 'react';

/** A picture that cannot be had leaves no torn frame behind: the words stand alone. */
export function HideBrokenImages() {
  useEffect(() => {
    const mark = (image: unknown): void => {
      if (image instanceof HTMLImageElement) image.dataset['broken'] = '';
    };
    for (const image of document.images) if (image.complete && image.naturalWidth === 0) mark(image);
    // An error event does not bubble; it can be caught on its way down.
    const onError = (event: Event): void => mark(event.target);
    document.addEventListener('error', onError, true);
    return () => document.removeEventListener('error', onError, true);
  }, []);
  return null;
}
