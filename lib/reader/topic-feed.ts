import { generateRssFeed } from 'feedsmith';
import { readInstallation } from '@/db/queries/installation';
import { readStoryHeadlines } from '@/db/queries/story-headlines';
import { readTopic } from '@/db/queries/topics';
import { countPublishers } from '@/lib/model/count-publishers';
import type { StoryHeadline } from '@/lib/model/headline';
import type { TopicId } from '@/lib/model/ids';
import { storyPath, topicFeedPath, topicPath } from '@/lib/model/paths';

const MAX_STORIES = 50;
/** The words are their publisher's: enough to know whether to read on. */
const MAX_EXCERPT_CHARS = 200;
const REFRESH_MINUTES = 5;

/**
 * The stories of a topic as an RSS document; `undefined` where there is no such topic.
 * @param base the desk's own address, without a slash at its end.
 */
export async function writeTopicFeed(topicId: TopicId, base: string): Promise<TopicFeed | undefined> {
  const topic = await readTopic(topicId);
  if (!topic) return undefined;
  const [stories, installation] = await Promise.all([
    readStoryHeadlines({ limit: MAX_STORIES, topicId }),
    readInstallation(),
  ]);
  const isSimulated = installation?.world === 'simulated';
  const changedAt = stories[0]?.lastArticleAt;
  const xml = generateRssFeed({
    title: `${topic.name} · Tapewire${isSimulated ? ' (simulated world)' : ''}`,
    link: `${base}${topicPath(topicId)}`,
    description: isSimulated
      ? `${topic.description} Outlets and news are invented: this desk runs on a pretend internet.`
      : topic.description,
    generator: 'Tapewire',
    ttl: REFRESH_MINUTES,
    ...(changedAt && { lastBuildDate: changedAt }),
    atom: {
      links: [{ href: `${base}${topicFeedPath(topicId)}`, rel: 'self', type: 'application/rss+xml' }],
    },
    items: stories.map((story) => toItem(story, base)),
  });
  return { xml, changedAt };
}

function toItem(story: StoryHeadline, base: string) {
  const { lead } = story;
  const excerpt = lead.dek === undefined ? '' : `${clip(lead.dek)} — `;
  return {
    title: lead.title,
    link: `${base}${storyPath(story)}`,
    // A story keeps its number, whatever its headline becomes.
    guid: { value: `tapewire-story-${story.id}`, isPermaLink: false },
    pubDate: lead.at,
    // Readers take it for HTML; ours is plain text.
    description: escapeHtml(`${excerpt}${lead.source.name}, ${countPublishers(story)}`),
    dc: { creators: [lead.source.name] },
    categories: story.tokens.map((token) => ({ name: `${token.name} (${token.symbol})` })),
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Up to a whole word. */
function clip(text: string): string {
  if (text.length <= MAX_EXCERPT_CHARS) return text;
  return `${text.slice(0, MAX_EXCERPT_CHARS).replace(/\s+\S*$/u, '')}…`;
}

interface TopicFeed {
  readonly xml: string;
  /** When its latest story was last joined. */
  readonly changedAt: Date | undefined;
}
