import { Moment } from '@/app/_ui/moment';
import { diffWords, type DiffRun } from '@/lib/core/diff-words';
import type { HeadlineChange } from '@/lib/model/headline-change';

interface HeadlineChangeLineProps {
  readonly change: HeadlineChange;
  readonly language: string;
  readonly zone: string;
}

/** One change that a source made after we had seen its article; another headline word by word. */
export function HeadlineChangeLine({ change, language, zone }: HeadlineChangeLineProps) {
  if (change.kind === 'withdrawn')
    return (
      <>
        Taken out of the feed <Moment at={change.at} zone={zone} />
      </>
    );
  if (change.kind === 'back')
    return (
      <>
        Listed again <Moment at={change.at} zone={zone} />
      </>
    );
  return (
    <>
      <p>
        Headline changed <Moment at={change.at} zone={zone} />
      </p>
      <p lang={language} dir="auto" className="leading-article text-text">
        {diffWords(change.before, change.after ?? '').map((run, nth) => (
          <Run key={`${nth} ${run.kind}`} run={run} />
        ))}
      </p>
    </>
  );
}

/** Struck out and underlined, not coloured; said aloud in words. */
function Run({ run: { kind, text } }: { readonly run: DiffRun }) {
  if (kind === 'same') return text;
  if (kind === 'removed')
    return (
      <del className="text-muted line-through">
        <span className="sr-only"> removed: </span>
        {text}
      </del>
    );
  return (
    <ins className="font-semibold underline">
      <span className="sr-only"> added: </span>
      {text}
    </ins>
  );
}
