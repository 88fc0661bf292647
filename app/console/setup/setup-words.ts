import type { SetupLinkState } from '@/lib/operator/setup-link';

/** Why a setup link does nothing any more, and what to do instead. */
export function setupRefusalWords(link: Exclude<SetupLinkState, 'open'>): string {
  switch (link) {
    case 'settled':
      return 'This desk has its operator already, so the link is spent. Sign in instead.';
    case 'expired':
      return 'This link was made more than a day ago and has expired. Restart the desk: its log then shows a new one.';
    case 'unknown':
      return 'This link is not the latest one. The desk writes a new link into its log at every start, and only that one works.';
  }
}
