import { and, eq, sql } from 'drizzle-orm';
import { asRecords } from '@/db/as-records';
import { database, type Transaction } from '@/db/client';
import { deskDecisions } from '@/db/schema/desk';
import type { DeskDecisionKind } from '@/lib/model/desk-decision';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { NewsroomState } from '@/lib/model/newsroom-state';
import { countOrRedirect, countStories } from './count-story';
import type { Decided, Decider } from './decide';
import { leadAnew } from './lead-anew';

const STORY_KINDS: readonly DeskDecisionKind[] = ['merge-stories', 'split-story', 'pin-lead', 'lock-story'];
const TAG_KINDS: readonly DeskDecisionKind[] = ['retag-article', 'lock-tags', 'settle-report'];

/** Puts back what stood before a decision on stories or tags, unless a later one builds upon it. */
export async function undoNewsDecision(decisionId: number, { operatorId, now }: Decider): Promise<Decided> {
  return database().transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('desk_decisions'))`);
    const [decision] = await transaction.select().from(deskDecisions).where(eq(deskDecisions.id, decisionId));
    const kinds = [STORY_KINDS, TAG_KINDS].find((group) => decision && group.includes(decision.kind));
    if (!decision || !kinds) return { kind: 'refused', why: 'There is no such decision on news.' };
    if (decision.undoneAt) return { kind: 'refused', why: 'It is undone already.' };
    const later = await findLater(transaction, decision, kinds);
    if (later !== undefined)
      return { kind: 'refused', why: `Undo what was decided afterwards first: ${later}` };
    const [before, after] = [decision.before as NewsroomState, decision.after as NewsroomState];
    if (kinds === STORY_KINDS) {
      if (await isGone(transaction, before))
        return { kind: 'refused', why: 'The story is gone: it was older than the desk keeps.' };
      await putBackStories(transaction, before, after);
    } else await putBackTags(transaction, before);
    if (decision.kind === 'settle-report') await reopenReports(transaction, decision.subject.reportIds ?? []);
    await transaction
      .update(deskDecisions)
      .set({ undoneAt: now, undoneBy: operatorId })
      .where(eq(deskDecisions.id, decisionId));
    const articleIds = before.articles.map(({ id }) => id as ArticleId);
    return { kind: 'done', decisionId, summary: `Undone: ${decision.summary}`, articleIds };
  });
}

/** The last decision that stands, came later and touches the same stories or articles. */
async function findLater(
  transaction: Transaction,
  { id, subject }: typeof deskDecisions.$inferSelect,
  kinds: readonly DeskDecisionKind[],
): Promise<string | undefined> {
  const touches = (part: 'storyIds' | 'articleIds') =>
    sql`exists (select 1 from jsonb_array_elements(coalesce(${deskDecisions.subject} -> ${part}, '[]')) as touched(id)
      where touched.id::bigint = any(${sql.param([...(subject[part] ?? [])])}))`;
  const [later] = await transaction
    .select({ summary: deskDecisions.summary })
    .from(deskDecisions)
    .where(
      and(
        sql`${deskDecisions.id} > ${id} and ${deskDecisions.undoneAt} is null`,
        sql`${deskDecisions.kind} = any(${sql.param([...kinds])})`,
        sql`(${touches('storyIds')} or ${touches('articleIds')})`,
      ),
    )
    .orderBy(sql`${deskDecisions.id} desc`)
    .limit(1);
  return later?.summary;
}

async function isGone(transaction: Transaction, { stories }: NewsroomState): Promise<boolean> {
  const ids = stories.map(({ id }) => id);
  const { rows } = await transaction.execute<{ found: number }>(
    sql`select count(*)::int as found from stories where id = any(${sql.param(ids)})`,
  );
  return rows[0]?.found !== ids.length;
}

/** Articles that joined or came since stay where they are. */
async function putBackStories(
  transaction: Transaction,
  before: NewsroomState,
  after: NewsroomState,
): Promise<void> {
  await transaction.execute(sql`
    update articles a set story_id = r.story_id, story_relation = r.story_relation, story_evidence = r.story_evidence,
      repost_of_id = r.repost_of_id
    from ${asRecords(before.articles, PLACE_COLUMNS)}
    where a.id = r.id
  `);
  const stories = before.stories.map((story) => ({
    ...story,
    left_lead_id: after.stories.find(({ id }) => id === story.id)?.lead_article_id,
  }));
  await transaction.execute(sql`
    update stories s set redirect_to = r.redirect_to, pinned_at = r.pinned_at, locked_at = r.locked_at,
      lead_article_id = case when s.lead_article_id is not distinct from r.left_lead_id
        then r.lead_article_id else s.lead_article_id end
    from ${asRecords(stories, STORY_COLUMNS)} where s.id = r.id
  `);
  await transaction.execute(sql`
    update stories s set title = a.title from articles a
    where a.id = s.lead_article_id and s.id = any(${sql.param(stories.map(({ id }) => id))})
  `);
  await putBackBonds(transaction, before);
  await settleStories(transaction, before, after);
}

async function putBackBonds(transaction: Transaction, { articles, bonds }: NewsroomState): Promise<void> {
  const ids = sql.param(articles.map(({ id }) => id));
  await transaction.execute(
    sql`delete from article_bonds where article_id = any(${ids}) and other_id = any(${ids})`,
  );
  await transaction.execute(sql`
    insert into article_bonds (article_id, other_id, bond, decision_id)
    select r.* from ${asRecords(bonds, BOND_COLUMNS)}
    join articles one on one.id = r.article_id join articles other on other.id = r.other_id
  `);
}

/** A story that the decision had opened leads on to where its articles went, or keeps those that came since. */
async function settleStories(
  transaction: Transaction,
  before: NewsroomState,
  after: NewsroomState,
): Promise<void> {
  const standing = before.stories
    .filter((story) => story.redirect_to === null)
    .map(({ id }) => id as StoryId);
  const [into] = standing;
  const opened = after.stories.filter((story) => !before.stories.some(({ id }) => id === story.id));
  for (const story of opened)
    if (into !== undefined) await countOrRedirect(transaction, { storyId: story.id as StoryId, into });
  await countStories(transaction, standing);
  for (const storyId of standing) await leadAnew(transaction, storyId);
}

async function putBackTags(transaction: Transaction, before: NewsroomState): Promise<void> {
  const ids = sql.param(before.articles.map(({ id }) => id));
  const [tags, removed] = [JSON.stringify(before.tags), JSON.stringify(before.removed)];
  await transaction.execute(sql`delete from article_tokens where article_id = any(${ids})`);
  await transaction.execute(sql`
    insert into article_tokens select r.* from jsonb_populate_recordset(null::article_tokens, ${tags}::jsonb) r
    where exists (select 1 from articles a where a.id = r.article_id)
  `);
  await transaction.execute(sql`delete from removed_tags where article_id = any(${ids})`);
  await transaction.execute(sql`
    insert into removed_tags select r.* from jsonb_populate_recordset(null::removed_tags, ${removed}::jsonb) r
    where exists (select 1 from articles a where a.id = r.article_id)
  `);
  await transaction.execute(sql`
    update articles a set tags_locked_at = r.tags_locked_at
    from ${asRecords(before.articles, 'id bigint, tags_locked_at timestamptz')} where a.id = r.id
  `);
}

async function reopenReports(transaction: Transaction, ids: readonly number[]): Promise<void> {
  await transaction.execute(
    sql`update reports set settled_at = null, outcome = null where id = any(${sql.param([...ids])})`,
  );
}

const PLACE_COLUMNS =
  'id bigint, story_id bigint, story_relation text, story_evidence text, repost_of_id bigint';
const STORY_COLUMNS = `id bigint, lead_article_id bigint, left_lead_id bigint, redirect_to bigint, pinned_at timestamptz,
  locked_at timestamptz`;
const BOND_COLUMNS = 'article_id bigint, other_id bigint, bond text, decision_id bigint';
