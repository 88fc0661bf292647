'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { ConnectionState } from './live-connection';
import { liveDesk } from './live-desk';
import styles from './live.module.css';

const WORDS: Readonly<Record<ConnectionState, string>> = {
  connecting: 'Connecting…',
  live: 'Live',
  reconnecting: 'Reconnecting…',
  offline: 'Offline',
};
const EXPLANATIONS: Readonly<Record<ConnectionState, string>> = {
  connecting: 'Opening the line to the desk.',
  live: 'Prices and stories come in as they happen.',
  reconnecting: 'The line to the desk broke; it is being opened again. Ages keep counting.',
  offline: 'This machine has no network. Ages keep counting.',
};

/** How this page is connected to the desk, in words. Keeps the line open on every page. */
export function ConnectionStatus() {
  const state = useSyncExternalStore<ConnectionState>(
    onConnectionState,
    () => liveDesk().connectionState(),
    () => 'connecting',
  );
  useEffect(() => liveDesk().wantNews(liveDesk().clock.now()), []);
  return (
    <output className={styles.badge} data-connection={state} data-needs-script="" title={EXPLANATIONS[state]}>
      <span className={styles.dot} aria-hidden="true" />
      {WORDS[state]}
    </output>
  );
}

function onConnectionState(changed: () => void): () => void {
  return liveDesk().onConnectionState(changed);
}
