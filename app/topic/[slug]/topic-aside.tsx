import { TokenRow } from '@/app/_desk/token-row';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { readTopics, type TopicPage } from '@/db/queries/topics';
import { topicPath } from '@/lib/model/paths';

/** The tokens that belong to a topic, and the other topics. */
export async function TopicAside({ topic, now }: { topic: TopicPage; now: Date }) {
  const others = (await readTopics()).filter((other) => other.id !== topic.id);
  return (
    <>
      {topic.tokens.length > 0 && (
        <section aria-labelledby="tokens" className="pb-5">
          <ColumnHeading id="tokens" title="Tokens" />
          <ul>
            {topic.tokens.map((token) => (
              <TokenRow key={token.id} token={token} now={now} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="others" className="pb-5">
        <ColumnHeading id="others" title="Other topics" />
        <ul className="flex flex-wrap gap-x-4 pt-2 text-12">
          {others.map((other) => (
            <li key={other.id}>
              <DeskLink
                href={topicPath(other.id)}
                className="flex h-7 items-center text-muted hover:text-text pointer-coarse:h-11"
              >
                {other.name}
              </DeskLink>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
