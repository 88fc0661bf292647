import type { SourcePage } from '@/db/queries/source';
import { siteOf } from '@/lib/core/url';
import { SOURCE_KIND_WORDS } from '@/lib/model/source-words';

export function SourceHeader({ source }: { source: SourcePage }) {
  return (
    <header className="max-w-[72ch] pt-5 pb-4 text-15">
      <h1 className="text-20 leading-row tracking-tight">{source.name}</h1>
      <p className="mt-1.5 text-13 text-muted">
        <a href={source.siteUrl} rel="noopener" className="text-text underline">
          {siteOf(source.siteUrl) ?? source.siteUrl}
        </a>
        {' · '}
        {SOURCE_KIND_WORDS[source.kind]}
        {source.cryptoOnly && ' · writes only about crypto'}
      </p>
    </header>
  );
}
