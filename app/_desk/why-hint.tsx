import type { ReactNode } from 'react';
import { DeskLink } from '@/app/_ui/desk-link';
import { explainTag } from '@/lib/model/explain-tag';
import type { MentionedToken } from '@/lib/model/headline';
import { articlePath, tokenCardId } from '@/lib/model/paths';

interface WhyHintProps {
  /** One of the page; the words alone are `${id}-words`. */
  readonly id: string;
  readonly token: Pick<MentionedToken, 'id' | 'name' | 'why' | 'article'>;
  /** What a finger presses, where the tag itself leads elsewhere. */
  readonly mark?: string;
  readonly children?: ReactNode;
}

/**
 * Why a token stands here, in words, and the way to say that it is wrong: shown over the tag while it is pointed at or
 * has the focus, and at a press on its mark. Needs no script.
 */
export function WhyHint({ id, token, mark = '?', children }: WhyHintProps) {
  return (
    <span className="hinted">
      {children}
      <button
        type="button"
        popoverTarget={id}
        aria-label={`Why ${token.name} is named here`}
        className={mark === '?' ? 'hint-mark hint-mark-for-touch' : 'hint-mark'}
      >
        {mark}
      </button>
      <span id={id} popover="auto" className="hint">
        <span id={`${id}-words`}>
          <span className="font-semibold text-text">{token.name}</span> <bdi>{explainTag(token.why)}.</bdi>
        </span>{' '}
        <DeskLink
          href={`${articlePath(token.article)}#${tokenCardId(token.id)}`}
          className="whitespace-nowrap text-text underline"
        >
          Wrong coin?
        </DeskLink>
      </span>
    </span>
  );
}
