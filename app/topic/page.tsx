import type { Metadata } from 'next';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { startPage } from '@/app/_desk/page-time';
import { River } from '@/app/_desk/river';
import { DeskLink } from '@/app/_ui/desk-link';
import { readHeadlines } from '@/db/queries/headlines';
import { readTopics } from '@/db/queries/topics';
import { topicPath } from '@/lib/model/paths';

const RIVER_HEADLINES = 60;

export const metadata: Metadata = { title: 'Topics' };

export default async function Page() {
  const time = await startPage();
  const [topics, headlines] = await Promise.all([readTopics(), readHeadlines({ limit: RIVER_HEADLINES })]);
  return (
    <DeskFrame now={time.now} asideLabel="River" aside={<River headlines={headlines} time={time} />}>
      <div className="max-w-[72ch] pt-5 pb-8 text-15">
        <h1 className="text-20 leading-row tracking-tight">Topics</h1>
        <ul className="mt-4 border-t border-line">
          {topics.map((topic) => (
            <li key={topic.id} className="border-b border-line py-2.5 last:border-b-0">
              <h2>
                <DeskLink href={topicPath(topic.id)}>{topic.name}</DeskLink>
              </h2>
              <p className="mt-0.5 text-13 text-pretty text-muted">{topic.description}</p>
            </li>
          ))}
        </ul>
      </div>
    </DeskFrame>
  );
}
