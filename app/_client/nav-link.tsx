'use client';

import { usePathname } from 'next/navigation';
import { DeskLink } from '@/app/_ui/desk-link';

/** A section of the desk; the one the reader is in is marked. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  const isHere = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return (
    <li>
      <DeskLink
        href={href}
        aria-current={isHere ? 'page' : undefined}
        className="flex h-11 items-center px-2 text-muted hover:text-text hover:no-underline aria-[current]:text-text aria-[current]:shadow-[inset_0_-1px_0_currentColor] two:px-2.5"
      >
        {label}
      </DeskLink>
    </li>
  );
}
