import { TokenRow } from '@/app/_desk/token-row';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { explainTag } from '@/lib/model/explain-tag';
import type { MentionedToken } from '@/lib/model/headline';
import { articlePath, tokenCardId } from '@/lib/model/paths';

/** The tokens of a story, each with the words that say so. */
export function StoryTokens({ tokens, now }: { tokens: readonly MentionedToken[]; now: Date }) {
  return (
    <section aria-labelledby="tokens">
      <ColumnHeading id="tokens" title="What it is about" />
      {tokens.length === 0 && <Note>No token: the story names none beyond doubt.</Note>}
      <ul>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} now={now}>
            <p className="pb-2 text-12 leading-article text-pretty text-muted">
              <bdi>{explainTag(token.why)}</bdi>.{' '}
              <DeskLink
                href={`${articlePath(token.article)}#${tokenCardId(token.id)}`}
                className="reach whitespace-nowrap underline"
              >
                Wrong coin?
              </DeskLink>
            </p>
          </TokenRow>
        ))}
      </ul>
    </section>
  );
}
