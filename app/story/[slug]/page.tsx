import type { Metadata } from 'next';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { startPage } from '@/app/_desk/page-time';
import { RelatedHeadlines } from '@/app/_desk/related-headlines';
import { readStoryHeadlineChanges } from '@/db/queries/headline-changes';
import { readRelatedHeadlines } from '@/db/queries/related-headlines';
import { StoryLedger } from './story-ledger';
import { StoryReports } from './story-reports';
import { StoryTokens } from './story-tokens';
import { StoryHeader } from './story-header';
import { readStoryMembers } from '@/db/queries/story';
import { readStoryTags } from '@/db/queries/story-tags';
import { storyPath } from '@/lib/model/paths';
import { findStory } from './find-story';

const RELATED_HEADLINES = 6;

interface StoryPageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export async function generateMetadata({ params }: StoryPageProps): Promise<Metadata> {
  const story = await findStory((await params).slug);
  return { title: story.title, alternates: { canonical: storyPath(story) } };
}

export default async function Page({ params }: StoryPageProps) {
  const time = await startPage();
  const story = await findStory((await params).slug);
  const [members, tags, changes] = await Promise.all([
    readStoryMembers(story.id),
    readStoryTags(story.id),
    readStoryHeadlineChanges(story.id),
  ]);
  const related = await readRelatedHeadlines({
    storyId: story.id,
    tokenIds: tags.tokens.map((token) => token.id),
    topicIds: tags.topics.map((topic) => topic.id),
    limit: RELATED_HEADLINES,
  });
  const lead = members.find((member) => member.id === story.leadArticleId) ?? members[0];
  return (
    <DeskFrame
      now={time.now}
      asideLabel="Tokens of this story"
      aside={<StoryTokens tokens={tags.tokens} now={time.now} />}
      after={<RelatedHeadlines headlines={related} time={time} />}
    >
      <article className="max-w-[72ch] pt-5 pb-8 text-15">
        <StoryHeader story={story} lead={lead} first={members[0]} topics={tags.topics} time={time} />
        <StoryReports members={members} lead={lead} time={time} />
        <StoryLedger changes={changes} zone={time.zone} />
      </article>
    </DeskFrame>
  );
}
