import { writePosition, type ListPosition } from '@/lib/model/list-position';
import { DeskLink } from './desk-link';

/** The way to what stands below `last`; nothing where the list has ended. */
export function OlderLink({ path, last }: { path: string; last: ListPosition | undefined }) {
  if (last === undefined) return null;
  return (
    <p className="border-t border-line py-4 text-13">
      <DeskLink href={`${path}?before=${writePosition(last)}`} className="underline">
        Older
      </DeskLink>
    </p>
  );
}
