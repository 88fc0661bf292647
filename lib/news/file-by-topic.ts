import type { TopicTag } from '@/lib/model/tag';
import type { Topic } from '@/lib/model/topic';
import type { ArticleToFile } from '@/lib/model/topic-rehearsal';
import { createTopicTagger } from './tag/tag-topics';

/** Decides of stored articles, as the pipeline does of new ones, whether they belong to a topic. */
export function createTopicFiler(topic: Topic): (article: ArticleToFile) => TopicTag | undefined {
  const tag = createTopicTagger([topic]);
  return (article) => tag(article, article.tokens)[0];
}
