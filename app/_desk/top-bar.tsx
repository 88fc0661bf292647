import { ConnectionStatus } from '@/app/_client/live/connection-status';
import { NavLink } from '@/app/_client/nav-link';
import { SettingsMenu } from '@/app/_client/settings-menu';
import { DeskLink } from '@/app/_ui/desk-link';
import { Wordmark } from '@/app/_ui/wordmark';
import type { ReaderSettings } from '@/lib/model/reader-settings';

export function TopBar({ settings }: { settings: ReaderSettings }) {
  return (
    <header className="top-bar sticky top-0 z-20 border-b border-line bg-bg">
      <div className="mx-auto flex h-11 max-w-360 items-center gap-x-4 px-4 two:gap-x-6">
        <DeskLink
          href="/"
          className="flex h-11 items-center hover:no-underline"
          aria-label="Tapewire, the desk"
        >
          <Wordmark />
        </DeskLink>
        <nav aria-label="Main">
          <ul className="flex text-13">
            <NavLink href="/" label="Desk" />
            <NavLink href="/topic" label="Topics" />
            <NavLink href="/status" label="Status" />
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-x-3">
          <div className="top-bar-status">
            <ConnectionStatus />
          </div>
          <SettingsMenu settings={settings} />
        </div>
      </div>
    </header>
  );
}
