import { useId } from 'react';
import { SOURCE_KINDS } from '@/lib/model/feed';
import type { SourceDraft } from '@/lib/model/feed-preview';
import { SOURCE_KIND_WORDS } from '@/lib/model/source-words';
import { Field } from './field';

interface SourceFieldsProps {
  readonly draft: SourceDraft;
  readonly problems: Readonly<Partial<Record<keyof SourceDraft, string>>>;
  /** There is a source to choose instead: shown only while a new one is chosen, with or without script. */
  readonly isOptional: boolean;
}

/** What there is to say of a source. */
export function SourceFields({ draft, problems, isOptional }: SourceFieldsProps) {
  const kind = useId();
  return (
    <div
      className={isOptional ? 'hidden gap-4 group-has-[[name=source][value=""]:checked]:grid' : 'grid gap-4'}
    >
      <Field label="Name" name="name" maxLength={80} defaultValue={draft.name} problem={problems.name} />
      <Field
        label="Site"
        name="siteUrl"
        type="url"
        maxLength={500}
        spellCheck={false}
        defaultValue={draft.siteUrl}
        problem={problems.siteUrl}
      />
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="Language"
          name="language"
          maxLength={12}
          spellCheck={false}
          hint="en, zh, pt-BR"
          defaultValue={draft.language}
          problem={problems.language}
        />
        <Field
          label="Country"
          name="country"
          maxLength={2}
          spellCheck={false}
          hint="US, or nothing"
          defaultValue={draft.country}
          problem={problems.country}
        />
      </div>
      <div>
        <label htmlFor={kind} className="mb-1 block text-12 font-semibold">
          Kind
        </label>
        <select
          id={kind}
          name="kind"
          defaultValue={draft.kind}
          className="h-9 w-full rounded-4 border border-faint bg-bg px-2 text-13 pointer-coarse:h-11"
        >
          {SOURCE_KINDS.map((each) => (
            <option key={each} value={each}>
              {SOURCE_KIND_WORDS[each]}
            </option>
          ))}
        </select>
      </div>
      <label className="flex min-h-8 items-start gap-2 text-13 leading-row pointer-coarse:min-h-11">
        <input
          type="checkbox"
          name="cryptoOnly"
          defaultChecked={draft.cryptoOnly}
          className="mt-0.5 size-4 accent-text"
        />
        <span>
          Writes only about crypto
          <span className="block text-12 text-muted">
            Then a word that may be a token is taken for one sooner.
          </span>
        </span>
      </label>
    </div>
  );
}
