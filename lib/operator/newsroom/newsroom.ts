import type { Decided, Decider } from '@/db/writes/decide';
import type { ArticleId } from '@/lib/model/ids';
import { newsDesk, type NewsDesk } from '@/lib/news/desk';
import type { Operator } from '@/lib/operator/auth';

/** Who uses a verb of the newsroom, and when. */
export interface ByHand {
  readonly operator: Pick<Operator, 'id'>;
  readonly now: Date;
}

/** What a verb came to, in words for the operator. */
export type NewsroomResult =
  | { readonly kind: 'done'; readonly decisionId: number; readonly words: string }
  | { readonly kind: 'refused'; readonly words: string };

/**
 * Decides between two batches of news, so that nothing is placed by what is just changing, and lets the placing window
 * read again what changed.
 */
export async function inNewsroom(
  { operator, now }: ByHand,
  decideThis: (decider: Decider) => Promise<Decided>,
  tell?: (decided: Extract<Decided, { kind: 'done' }>) => Promise<void>,
): Promise<NewsroomResult> {
  const desk = await newsDesk(now);
  const decided = await desk.oneByOne(async () => {
    const made = await decideThis({ operatorId: operator.id, now });
    if (made.kind === 'done') await reload(desk, made.articleIds);
    return made;
  });
  if (decided.kind === 'refused') return { kind: 'refused', words: decided.why };
  await tell?.(decided);
  return { kind: 'done', decisionId: decided.decisionId, words: decided.summary };
}

async function reload(desk: NewsDesk, ids: readonly ArticleId[]): Promise<void> {
  if (ids.length > 0) await desk.reload(ids);
}
