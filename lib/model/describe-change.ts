import type { ArticleState, NewsroomState, StoryState } from './newsroom-state';

/** One thing that a decision changed. */
export interface ChangeLine {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const NOTHING = '–';

/** What differs between the two sides of a decision, in words; whatever the decision was about. */
export function describeChange(before: unknown, after: unknown): readonly ChangeLine[] {
  if (!isNewsroomState(before) || !isNewsroomState(after)) return describeFields(before, after);
  return [
    ...before.articles.flatMap((article) => describeArticle(article, before, after)),
    ...after.stories.flatMap((story) => describeStory(story, before)),
  ];
}

function describeArticle(
  article: ArticleState,
  before: NewsroomState,
  after: NewsroomState,
): readonly ChangeLine[] {
  const now = after.articles.find(({ id }) => id === article.id);
  const title = `“${article.title}”`;
  if (!now) return [];
  return [
    line(title, placeOf(article), placeOf(now)),
    line(`Tags of ${title}`, tagsOf(article.id, before), tagsOf(article.id, after)),
    line(`Never to be tagged on ${title}`, removedOf(article.id, before), removedOf(article.id, after)),
    line(`Tags of ${title} are`, lockOf(article.tags_locked_at), lockOf(now.tags_locked_at)),
  ].flat();
}

function describeStory(story: StoryState, before: NewsroomState): readonly ChangeLine[] {
  const old = before.stories.find(({ id }) => id === story.id);
  const name = `Story ${story.id}`;
  if (!old) return [{ what: name, before: NOTHING, after: `“${story.title}”` }];
  return [
    line(`${name} leads to`, storyOf(old.redirect_to), storyOf(story.redirect_to)),
    line(`${name} is led by`, articleOf(old.lead_article_id), articleOf(story.lead_article_id)),
    line(
      `The lead of story ${story.id} is`,
      old.pinned_at ? 'pinned' : 'free',
      story.pinned_at ? 'pinned' : 'free',
    ),
    line(`${name} is`, lockOf(old.locked_at), lockOf(story.locked_at)),
  ].flat();
}

function line(what: string, before: string, after: string): readonly ChangeLine[] {
  return before === after ? [] : [{ what, before, after }];
}

function placeOf({ story_id, story_relation, repost_of_id }: ArticleState): string {
  const place = `${story_relation} in story ${story_id}`;
  return repost_of_id === null ? place : `${place}, of article ${repost_of_id}`;
}

function tagsOf(articleId: number, { tags }: NewsroomState): string {
  const own = tags.filter((tag) => tag.article_id === articleId);
  return inWords(own.map(({ token_id, role }) => (role === 'primary' ? `${token_id} (main)` : token_id)));
}

function removedOf(articleId: number, { removed }: NewsroomState): string {
  return inWords(removed.filter((tag) => tag.article_id === articleId).map(({ token_id }) => token_id));
}

function inWords(words: readonly string[]): string {
  return words.length === 0 ? NOTHING : words.join(', ');
}

function lockOf(at: string | null): string {
  return at === null ? 'open' : 'locked';
}

function storyOf(id: number | null): string {
  return id === null ? NOTHING : `story ${id}`;
}

function articleOf(id: number | null): string {
  return id === null ? NOTHING : `article ${id}`;
}

function describeFields(before: unknown, after: unknown): readonly ChangeLine[] {
  const [old, now] = [toFields(before), toFields(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) =>
    line(name, old.get(name) ?? NOTHING, now.get(name) ?? NOTHING),
  );
}

function toFields(state: unknown): ReadonlyMap<string, string> {
  const entries = typeof state === 'object' && state !== null ? Object.entries(state) : [];
  return new Map(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

function isNewsroomState(state: unknown): state is NewsroomState {
  const parts = ['stories', 'articles', 'bonds', 'tags', 'removed'];
  return typeof state === 'object' && state !== null && parts.every((part) => part in state);
}
