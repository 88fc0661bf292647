'use client';

import { useEffect } from 'react';

/** What is shown over a tag can be put away with Escape; pointing elsewhere or moving the focus brings hints back. */
export function DismissHints() {
  useEffect(() => {
    const page = document.documentElement;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') page.dataset['hints'] = 'away';
    };
    const bringBack = (event: Event): void => {
      const isOnHint =
        event.type === 'pointerover' && event.target instanceof Element && event.target.closest('.hinted');
      if (!isOnHint) delete page.dataset['hints'];
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerover', bringBack);
    document.addEventListener('focusin', bringBack);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerover', bringBack);
      document.removeEventListener('focusin', bringBack);
    };
  }, []);
  return null;
}
