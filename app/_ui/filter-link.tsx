import { DeskLink } from './desk-link';

interface FilterLinkProps {
  readonly href: string;
  readonly label: string;
  readonly count: number;
  readonly isHere: boolean;
}

/** One choice of a filter, with how many rows it leaves. */
export function FilterLink({ href, label, count, isHere }: FilterLinkProps) {
  return (
    <li>
      <DeskLink
        href={href}
        aria-current={isHere ? 'page' : undefined}
        className="flex h-8 items-center gap-1.5 rounded-4 px-2 text-muted hover:text-text hover:no-underline aria-[current]:bg-surface aria-[current]:text-text pointer-coarse:h-11"
      >
        {label} <span className="text-faint">{count}</span>
      </DeskLink>
    </li>
  );
}
