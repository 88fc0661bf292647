import type { Passage } from './passage';
import type { Sighting } from './sighting';

const BOUNDARY_CHARS = 8;
const SURE_WEIGHT = 0.75;
const LISTED_WEIGHT = 0.75;
const JOINED = /^\s*(?:,|&|\/|\+|;|、|和|及|与|與|(?:,\s*)?(?:and|or)\b)\s*$/i;
const CLOSES_LIST = /^\s*(?:,\s*)?(?:and|&|和|及|与|與)\s*$/i;
const ENDS_ITEM = /^\s*(?:$|[,.;:!?&/、，。)\]]|(?:and|or|to)\b)/i;
const BEGINS_ITEM = /(?:^|[,.;:!?&/、，。([]|\b(?:and|or|of|like|as|how)\b)\s*$/i;

/** In "Bittensor, Render and Akash" the sure tokens of a list vouch for a doubtful one between them. */
export function confirmByList(passage: Passage, sightings: readonly Sighting[]): readonly Sighting[] {
  const listed = sightings.toSorted((a, b) => a.start - b.start);
  for (const [at, sighting] of listed.entries()) {
    if (!isDoubtful(sighting)) continue;
    const witness = findWitness(passage, sighting, { before: listed[at - 1], after: listed[at + 1] });
    if (witness) listed[at] = confirm(sighting, witness);
  }
  return listed;
}

function findWitness(passage: Passage, sighting: Sighting, { before, after }: Beside): Sighting | undefined {
  const left = before && isSure(before, sighting) && isJoined(passage, before, sighting);
  if (left && endsItem(passage, before, sighting)) return before;
  const right = after && isSure(after, sighting) && isJoined(passage, sighting, after);
  return right && beginsItem(passage, sighting) ? after : undefined;
}

interface Beside {
  readonly before: Sighting | undefined;
  readonly after: Sighting | undefined;
}

function beginsItem(passage: Passage, { start }: Sighting): boolean {
  return BEGINS_ITEM.test(passage.text.slice(Math.max(0, start - BOUNDARY_CHARS), start));
}

/** A comma or the end follows; after a closing "and" a name that is no everyday word may go on as it likes. */
function endsItem(passage: Passage, before: Sighting, sighting: Sighting): boolean {
  if (ENDS_ITEM.test(passage.text.slice(sighting.end, sighting.end + BOUNDARY_CHARS))) return true;
  const closing = CLOSES_LIST.test(passage.text.slice(before.end, sighting.start));
  return closing && sighting.owners[0]?.nameAmbiguity === 'lite';
}

function isDoubtful({ weight, frail, half, owners: [owner] }: Sighting): boolean {
  const usable = owner?.rank !== undefined && !(half === 'ticker' && owner.symbolAmbiguity === 'banned');
  return weight === 0 && !frail && usable;
}

function isSure(other: Sighting, sighting: Sighting): boolean {
  return other.weight >= SURE_WEIGHT && other.owners[0] !== sighting.owners[0];
}

function isJoined(passage: Passage, left: Sighting, right: Sighting): boolean {
  return JOINED.test(passage.text.slice(left.end, right.start));
}

function confirm(sighting: Sighting, witness: Sighting): Sighting {
  const rule = sighting.half === 'name' ? 'name+context' : 'ticker+context';
  return { ...sighting, rule, weight: LISTED_WEIGHT, confirmedBy: witness.text };
}
