import { DeskLink } from '@/app/_ui/desk-link';
import type { NewsroomToken } from '@/db/queries/newsroom-article';
import { tokenPath } from '@/lib/model/paths';

/** A token by its name, symbol and id: the symbol alone may be another's too. */
export function TokenName({ token, note }: { token: NewsroomToken; note?: string | undefined }) {
  return (
    <>
      <DeskLink href={tokenPath(token.id)} className="reach font-semibold">
        {token.name} ({token.symbol})
      </DeskLink>
      <span className="block text-12 text-muted">
        {token.id}
        {note !== undefined && ` · ${note}`}
      </span>
    </>
  );
}
