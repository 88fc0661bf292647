import type { ReactNode } from 'react';
import type { Headline } from '@/lib/model/headline';
import { articlePath } from '@/lib/model/paths';
import { DeskLink } from './desk-link';

/** A headline as a link, in its own language. Its direction is for the block around it to take: `dir="auto"`. */
export function HeadlineTitle({ headline }: { headline: Headline }): ReactNode {
  return (
    <DeskLink href={articlePath(headline)} lang={headline.language} className="headline">
      {headline.title}
    </DeskLink>
  );
}
