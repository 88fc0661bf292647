import Link from 'next/link';
import type { ComponentProps } from 'react';

/** A link within the desk. A page of two hundred links fetches none of them ahead. */
export function DeskLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  return <Link {...props} prefetch={false} />;
}
