import { DeskLink } from './desk-link';

/** The way to what came before `last`; nothing where the list has ended. */
export function OlderLink({ path, last }: { path: string; last: Date | undefined }) {
  if (last === undefined) return null;
  return (
    <p className="border-t border-line py-4 text-13">
      <DeskLink href={`${path}?before=${encodeURIComponent(last.toISOString())}`} className="underline">
        Older
      </DeskLink>
    </p>
  );
}
