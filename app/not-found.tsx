import type { Metadata } from 'next';
import { connection } from 'next/server';
import { DeskLink } from '@/app/_ui/desk-link';
import { TokenSearch } from '@/app/_ui/token-search';
import { readTopics } from '@/db/queries/topics';
import { topicPath } from '@/lib/model/paths';

export const metadata: Metadata = { title: 'Not here' };

export default async function NotFound() {
  await connection();
  const topics = await readTopics();
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 py-10 text-15">
      <h1 className="text-20 leading-row tracking-tight">There is nothing at this address</h1>
      <p className="mt-2 max-w-[60ch] leading-article text-pretty text-muted">
        No article, story, token, topic or source goes by it. An article may have been taken down at its
        publisher’s request. Its story may still be on{' '}
        <DeskLink href="/" className="text-text underline">
          the desk
        </DeskLink>
        .
      </p>
      <h2 className="mt-6 text-13">Find a token</h2>
      <TokenSearch />
      <h2 className="mt-6 text-13">Or follow a topic</h2>
      <ul className="mt-1 flex max-w-[72ch] flex-wrap gap-x-4 text-13">
        {topics.map((topic) => (
          <li key={topic.id}>
            <DeskLink
              href={topicPath(topic.id)}
              className="flex h-8 items-center text-muted hover:text-text pointer-coarse:h-11"
            >
              {topic.name}
            </DeskLink>
          </li>
        ))}
      </ul>
    </main>
  );
}
