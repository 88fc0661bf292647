import type { TagField, TagRule } from '@/lib/model/tag';
import type { Token } from '@/lib/model/token';

/** One place where a token may be meant. */
export interface Sighting {
  /** Who may be meant: several where tokens share a symbol, the best known first. */
  readonly owners: readonly Token[];
  readonly half: 'name' | 'ticker';
  readonly rule: TagRule;
  /** How much it says by itself; 0 says nothing until something confirms it. */
  readonly weight: number;
  readonly field: TagField;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where in the passage, 0–1. */
  readonly at: number;
  /** Only the ground something else stands on: "on Ethereum", "Solana-based". */
  readonly chain: boolean;
  /** A name too common to vouch for a ticker that is banned itself. */
  readonly frail: boolean;
  readonly confirmedBy?: string;
}

/** A sighting whose token is settled. */
export interface Mention extends Omit<Sighting, 'owners'> {
  readonly token: Token;
}

const HARD_WEIGHT = 0.35;

/** Whether a sighting stands by itself. */
export function isHard(sighting: Pick<Sighting, 'rule' | 'weight'>): boolean {
  return sighting.weight >= HARD_WEIGHT || (sighting.rule === 'name+ticker' && sighting.weight > 0);
}
