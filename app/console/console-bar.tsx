import { NavLink } from '@/app/_client/nav-link';
import { signOutAction } from './actions';

interface ConsoleBarProps {
  readonly operatorName: string;
  /** Tags that readers doubt and nobody has looked at. */
  readonly openReports: number;
}

/** Says that one is behind the counter, where to, and as whom. */
export function ConsoleBar({ operatorName, openReports }: ConsoleBarProps) {
  return (
    <section aria-label="Console" className="border-b border-line bg-surface">
      <div className="mx-auto flex min-h-11 max-w-360 items-center gap-x-4 px-4">
        <p className="hidden text-12 text-faint two:block">Console</p>
        <nav aria-label="Console pages">
          <ul className="-mx-2 flex flex-wrap text-13 two:mx-0">
            <NavLink href="/console/feeds" label="Feeds" />
            <NavLink href="/console/stories" label="Stories" />
            <NavLink
              href="/console/reports"
              label={openReports === 0 ? 'Reports' : `Reports (${openReports})`}
            />
            <NavLink href="/console/decisions" label="Decisions" />
            <NavLink href="/console/opml" label="Import" />
            <NavLink href="/console/topics" label="Topics" />
            <NavLink href="/console/settings" label="Settings" />
          </ul>
        </nav>
        <form action={signOutAction} className="ms-auto flex min-w-0 items-center gap-x-3 text-12">
          <span className="max-w-40 min-w-0 truncate text-muted">{operatorName}</span>
          <button
            type="submit"
            className="h-8 shrink-0 text-muted hover:text-text hover:underline pointer-coarse:h-11"
          >
            Sign out
          </button>
        </form>
      </div>
    </section>
  );
}
