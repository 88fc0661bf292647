import { FilterLink } from '@/app/_ui/filter-link';
import { FindForm } from '@/app/_ui/find-form';
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
      <FindForm
        path={path}
        name="q"
        label="Part of a source’s name or of an address"
        placeholder="Source or address"
        value={text ?? ''}
        keep={state ? { state } : {}}
      />
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
