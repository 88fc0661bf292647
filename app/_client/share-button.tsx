'use client';

import { useState } from 'react';

const CONFIRMATION_MS = 2_500;

interface ShareButtonProps {
  readonly title: string;
  /** Path inside the desk. */
  readonly path: string;
}

/** Hands the address to the system's share sheet, or copies it and says so. */
export function ShareButton({ title, path }: ShareButtonProps) {
  const [said, setSaid] = useState('');

  async function share(): Promise<void> {
    setSaid(await shareOrCopy(title, new URL(path, location.href).href));
    setTimeout(() => setSaid(''), CONFIRMATION_MS);
  }

  return (
    <span data-needs-script="" className="inline-flex items-center gap-1.5">
      <button
        type="button"
        onClick={() => void share()}
        aria-label={`Share “${title}”`}
        className="relative inline-flex items-center gap-1 underline-offset-4 hover:text-text hover:underline pointer-coarse:before:absolute pointer-coarse:before:-inset-3.5"
      >
        <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true" fill="none" stroke="currentColor">
          <path d="M6 8V1.5M3.5 3.5 6 1l2.5 2.5M2 6v5h8V6" />
        </svg>
        Share
      </button>
      <span role="status">{said}</span>
    </span>
  );
}

async function shareOrCopy(title: string, url: string): Promise<string> {
  try {
    if (typeof navigator.share === 'function') {
      await navigator.share({ title, url });
      return '';
    }
    await navigator.clipboard.writeText(url);
    return 'Link copied';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return '';
    return `Copy this: ${url}`;
  }
}
