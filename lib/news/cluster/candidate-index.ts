import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour } from '@/lib/model/placement';
import { CopyIndex } from './copy-index';
import { shareFingerprint } from './fingerprint';
import { KinIndex } from './kin-index';
import type { Slot } from './postings';
import { kinshipOf } from './same-event';
import { STORY_MODEL } from './story-model';

/**
 * The articles the desk compares with, and for each new one the few of them that `placeArticle` could decide by:
 * it decides the same on these as on all of them.
 */
export class CandidateIndex {
  readonly #copies = new CopyIndex();
  readonly #kin = new KinIndex();
  readonly #bySlot: (Neighbour | undefined)[] = [];
  readonly #slots = new Map<ArticleId, Slot>();
  /** Where each came in line; kept when its place in a story changes. */
  readonly #turns = new Map<ArticleId, number>();
  readonly #members = new Map<StoryId, Set<ArticleId>>();
  readonly #reposts = new Map<ArticleId, Set<ArticleId>>();
  readonly #free: Slot[] = [];
  #nextTurn = 0;

  get size(): number {
    return this.#slots.size;
  }

  get(id: ArticleId): Neighbour | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#bySlot[slot];
  }

  /** In the order they came. */
  all(): Iterable<ArticleId> {
    return this.#turns.keys();
  }

  /** Takes an article in, or in the place of what is known of it. */
  put(neighbour: Neighbour): void {
    const { articleId } = neighbour;
    const slim = withoutTexts(neighbour);
    const known = this.#slots.get(articleId);
    if (known === undefined) this.#turns.set(articleId, this.#nextTurn++);
    else this.#clear(known);
    const slot = known ?? this.#free.pop() ?? this.#bySlot.length;
    this.#slots.set(articleId, slot);
    this.#bySlot[slot] = slim;
    this.#copies.add(slot, slim);
    this.#kin.add(slot, slim);
    addTo(this.#members, slim.storyId, articleId);
    if (slim.repostOfId !== undefined) addTo(this.#reposts, slim.repostOfId, articleId);
  }

  remove(id: ArticleId): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#clear(slot);
    this.#bySlot[slot] = undefined;
    this.#slots.delete(id);
    this.#turns.delete(id);
    this.#free.push(slot);
  }

  /** The articles known as reposts of this one. */
  repostsOf(id: ArticleId): readonly Neighbour[] {
    return [...(this.#reposts.get(id) ?? [])].flatMap((repost) => this.get(repost) ?? []);
  }

  /** A story's articles, reposts among them. */
  membersOf(story: StoryId): readonly Neighbour[] {
    return [...(this.#members.get(story) ?? [])].flatMap((id) => this.get(id) ?? []);
  }

  /** What `article` has to be compared with, in the order it came; `others` are known from elsewhere and go last. */
  candidatesOf(article: ComparableArticle, others: readonly Neighbour[] = []): readonly Neighbour[] {
    const found = new Set<ArticleId>();
    this.#addCopies(article, found);
    this.#addStories(article, found);
    for (const { storyId, repostOfId } of others) {
      if (repostOfId !== undefined) found.add(repostOfId);
      this.#addMembers(storyId, found);
    }
    const inOrder = [...found].toSorted((a, b) => this.#turnOf(a) - this.#turnOf(b));
    return [...inOrder.flatMap((id) => this.get(id) ?? []), ...others];
  }

  /** Gives an article its new place in a story. */
  move(
    id: ArticleId,
    place: Pick<Neighbour, 'storyId' | 'relation' | 'repostOfId'> & Partial<Pick<Neighbour, 'storyHold'>>,
  ): void {
    const known = this.get(id);
    if (!known) return;
    const moved = { ...known, ...place };
    shareFingerprint(known, moved);
    this.put(moved);
  }

  /** With what they are reposts of: that is who is copied. */
  #addCopies(article: ComparableArticle, found: Set<ArticleId>): void {
    const slots = new Set<Slot>();
    this.#copies.find(article, slots);
    for (const slot of slots) {
      const copy = this.#bySlot[slot];
      if (!copy) continue;
      found.add(copy.articleId);
      if (copy.repostOfId !== undefined) found.add(copy.repostOfId);
    }
  }

  /** A story is as near as its members are together; none is nearer than its nearest member. */
  #addStories(article: ComparableArticle, found: Set<ArticleId>): void {
    const { joinFrom } = STORY_MODEL;
    const stories = new Set<StoryId>();
    for (const neighbour of this.#kin.find(article, joinFrom)) {
      if (stories.has(neighbour.storyId)) continue;
      const kinship = kinshipOf(article, neighbour);
      if (kinship && kinship.score >= joinFrom) stories.add(neighbour.storyId);
    }
    for (const story of stories) this.#addMembers(story, found);
  }

  #addMembers(story: StoryId, found: Set<ArticleId>): void {
    for (const id of this.#members.get(story) ?? []) found.add(id);
  }

  #turnOf(id: ArticleId): number {
    return this.#turns.get(id) ?? this.#nextTurn;
  }

  #clear(slot: Slot): void {
    const neighbour = this.#bySlot[slot];
    if (!neighbour) return;
    this.#copies.remove(slot);
    this.#kin.remove(slot);
    removeFrom(this.#members, neighbour.storyId, neighbour.articleId);
    if (neighbour.repostOfId !== undefined)
      removeFrom(this.#reposts, neighbour.repostOfId, neighbour.articleId);
  }
}

/** Its fingerprint says all that is compared of its texts; those of three days would fill the memory. */
function withoutTexts(neighbour: Neighbour): Neighbour {
  const slim = { ...neighbour, bodyText: '', dek: undefined };
  shareFingerprint(neighbour, slim);
  return slim;
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function removeFrom<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}
