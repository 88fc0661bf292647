import type { ReactNode } from 'react';

/** What stands where a list would, in words. */
export function Note({ children }: { children: ReactNode }) {
  return <p className="max-w-[56ch] py-4 text-13 leading-article text-pretty text-muted">{children}</p>;
}
