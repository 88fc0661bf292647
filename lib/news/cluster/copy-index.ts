import type { ComparableArticle } from '@/lib/model/placement';
import { MIN_BODY_SHINGLES, MIN_LEAD_SHINGLES } from './find-copy';
import { fingerprintOf } from './fingerprint';
import { Postings, type Slot } from './postings';

/**
 * Two openings of which the one resembles the other by 0.55, or contains it to 0.75, share at least this much of the
 * smaller: s ≥ 0.55 (2m − s) gives s ≥ 0.709 m.
 */
const MIN_LEAD_SHARE = 0.7;

/** Finds what `findCopy` could call a copy of an article, and little else. */
export class CopyIndex {
  readonly #keys = new Postings<string>();
  readonly #sketches = new Postings<number>();
  readonly #leads = new Postings<number>();
  readonly #articles = new Map<Slot, ComparableArticle>();
  readonly #sharedLead = new Map<Slot, number>();

  add(slot: Slot, article: ComparableArticle): void {
    const { lead, sketch } = fingerprintOf(article);
    this.#articles.set(slot, article);
    for (const key of keysOf(article)) this.#keys.add(key, slot);
    for (const hash of sketch) this.#sketches.add(hash | 0, slot);
    for (const hash of lead) this.#leads.add(hash | 0, slot);
  }

  remove(slot: Slot): void {
    const article = this.#articles.get(slot);
    if (!article) return;
    const { lead, sketch } = fingerprintOf(article);
    this.#articles.delete(slot);
    for (const key of keysOf(article)) this.#keys.remove(key, slot);
    for (const hash of sketch) this.#sketches.remove(hash | 0, slot);
    for (const hash of lead) this.#leads.remove(hash | 0, slot);
  }

  /** Adds to `found` whatever may share its text, or its address, or says so. */
  find(article: ComparableArticle, found: Set<Slot>): void {
    const addUnlessOwn = (slot: Slot) => {
      if (this.#articles.get(slot)?.sourceId !== article.sourceId) found.add(slot);
    };
    for (const key of questionsOf(article)) this.#keys.get(key).forEach(addUnlessOwn);
    const { body, sketch } = fingerprintOf(article);
    if (body.length >= MIN_BODY_SHINGLES) {
      for (const hash of sketch) this.#sketches.get(hash | 0).forEach(addUnlessOwn);
    }
    this.#findByLead(article, addUnlessOwn);
  }

  #findByLead(article: ComparableArticle, found: (slot: Slot) => void): void {
    const { lead } = fingerprintOf(article);
    if (lead.length < MIN_LEAD_SHINGLES) return;
    const shared = this.#sharedLead;
    for (const hash of lead) {
      for (const slot of this.#leads.get(hash | 0)) shared.set(slot, (shared.get(slot) ?? 0) + 1);
    }
    for (const [slot, common] of shared) {
      if (common >= MIN_LEAD_SHARE * Math.min(lead.length, this.#leadLength(slot))) found(slot);
    }
    shared.clear();
  }

  #leadLength(slot: Slot): number {
    const article = this.#articles.get(slot);
    return article ? fingerprintOf(article).lead.length : 0;
  }
}

/** What an article can be asked for by. */
function keysOf(article: ComparableArticle): readonly string[] {
  const { canonicalUrl, url, titleHash, bodyHash, attribution } = article;
  return [
    ...new Set([`at ${canonicalUrl}`, `at ${url}`]),
    `title ${titleHash}`,
    ...(bodyHash === undefined ? [] : [`body ${bodyHash}`]),
    ...(attribution?.url === undefined ? [] : [`credits ${attribution.url}`]),
  ];
}

/** What it asks for: the same words and address, what it credits and who credits it. */
function questionsOf(article: ComparableArticle): readonly string[] {
  const { canonicalUrl, url, titleHash, bodyHash, attribution } = article;
  return [
    `at ${canonicalUrl}`,
    `credits ${canonicalUrl}`,
    `credits ${url}`,
    `title ${titleHash}`,
    ...(bodyHash === undefined ? [] : [`body ${bodyHash}`]),
    ...(attribution?.url === undefined ? [] : [`at ${attribution.url}`]),
  ];
}
