import { TokenRow } from '@/app/_desk/token-row';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import type { PricedToken } from '@/lib/model/headline';

export function StoryTokens({ tokens, now }: { tokens: readonly PricedToken[]; now: Date }) {
  return (
    <section aria-labelledby="tokens">
      <ColumnHeading id="tokens" title="What it is about" />
      {tokens.length === 0 && <Note>No token: the story names none beyond doubt.</Note>}
      <ul>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} now={now} />
        ))}
      </ul>
    </section>
  );
}
