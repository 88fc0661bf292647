import type { FeedPreview } from '@/lib/model/feed-preview';
import { SubmitButton } from './submit-button';

interface FeedLinkListProps {
  readonly action: (form: FormData) => void;
  readonly page: Extract<FeedPreview, { kind: 'page' }>;
}

/** The feeds a page names, each one press away from its preview. */
export function FeedLinkList({ action, page }: FeedLinkListProps) {
  return (
    <section aria-labelledby="found" className="mt-6 max-w-[72ch]">
      <h2 id="found" className="text-13">
        This is a page for people. It names{' '}
        {page.links.length === 1 ? 'one feed' : `${page.links.length} feeds`}:
      </h2>
      <ul className="mt-2 border-t border-line">
        {page.links.map((link) => (
          <li key={link.url} className="border-b border-line py-2">
            <form action={action} className="flex items-center justify-between gap-4">
              <input type="hidden" name="do" value="preview" />
              <input type="hidden" name="url" value={link.url} />
              <span className="min-w-0 text-13">
                {link.title !== undefined && (
                  <span dir="auto" className="block font-semibold">
                    {link.title}
                  </span>
                )}
                <span className="block text-12 break-all text-muted">{link.url}</span>
              </span>
              <SubmitButton label="Preview" pendingLabel="Looking…" quiet />
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
