import { FilterLink } from '@/app/_ui/filter-link';
import { FEED_STATES, type FeedState } from '@/lib/model/feed';
import { FEED_STATE_MARKS } from '@/lib/model/feed-words';
import { FEED_STATE_WORDS } from '@/lib/model/source-words';

interface FeedFilterBarProps {
  /** Of the page that lists them. */
  readonly path: string;
  readonly counts: Readonly<Record<FeedState | 'removed', number>>;
  /** Those taken out may be listed too. */
  readonly withRemoved?: boolean;
  readonly state: FeedState | 'removed' | undefined;
  readonly text: string | undefined;
}

/** How many feeds are in which state; each is a link to those alone. */
export function FeedFilterBar({ path, counts, withRemoved = false, state, text }: FeedFilterBarProps) {
  const all = FEED_STATES.reduce((sum, each) => sum + counts[each], 0);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-1 text-12">
      <nav aria-label="Feeds by state">
        <ul className="flex flex-wrap gap-x-1">
          <Choice path={path} label="all" count={all} isHere={state === undefined} text={text} />
          {FEED_STATES.filter((each) => counts[each] > 0 || each === state).map((each) => (
            <Choice
              key={each}
              path={path}
              state={each}
              label={`${FEED_STATE_MARKS[each]} ${FEED_STATE_WORDS[each]}`}
              count={counts[each]}
              isHere={state === each}
              text={text}
            />
          ))}
          {withRemoved && (counts.removed > 0 || state === 'removed') && (
            <Choice
              path={path}
              state="removed"
              label="removed"
              count={counts.removed}
              isHere={state === 'removed'}
              text={text}
            />
          )}
        </ul>
      </nav>
      <form action={path} role="search" aria-label="Feeds" className="flex gap-2">
        {state !== undefined && <input type="hidden" name="state" value={state} />}
        <input
          type="search"
          name="q"
          defaultValue={text}
          aria-label="Part of a source’s name or of an address"
          placeholder="Source or address"
          maxLength={100}
          autoComplete="off"
          className="h-8 w-48 rounded-4 border border-faint bg-bg px-2.5 text-13 placeholder:text-faint pointer-coarse:h-11 pointer-coarse:text-15"
        />
        <button
          type="submit"
          className="h-8 rounded-4 border border-line bg-surface px-3 text-13 hover:border-faint pointer-coarse:h-11"
        >
          Find
        </button>
      </form>
    </div>
  );
}

interface ChoiceProps {
  readonly path: string;
  readonly state?: FeedState | 'removed';
  readonly label: string;
  readonly count: number;
  readonly isHere: boolean;
  readonly text: string | undefined;
}

function Choice({ path, state, label, count, isHere, text }: ChoiceProps) {
  const search = new URLSearchParams({ ...(state && { state }), ...(text && { q: text }) }).toString();
  return (
    <FilterLink
      href={search === '' ? path : `${path}?${search}`}
      label={label}
      count={count}
      isHere={isHere}
    />
  );
}
