import { setImmediate as letOthersIn } from 'node:timers/promises';
import { readArticlesToFile } from '@/db/queries/articles-to-file';
import { DAY_MS } from '@/lib/core/time';
import type { Topic } from '@/lib/model/topic';
import type { ArticleToFile, RehearsedArticle, TopicRehearsal } from '@/lib/model/topic-rehearsal';
import { createTopicFiler } from '@/lib/news/file-by-topic';

const REHEARSED_DAYS = 7;

/** Which articles of the last seven days a topic's rules would bring in or put out. Nothing is changed. */
export async function rehearseTopic(topic: Topic, now: Date): Promise<TopicRehearsal> {
  const file = createTopicFiler(topic);
  const since = new Date(now.getTime() - REHEARSED_DAYS * DAY_MS);
  const entering: TopicRehearsal['entering'][number][] = [];
  const leaving: RehearsedArticle[] = [];
  let [articlesRead, staying] = [0, 0];
  for await (const portion of readArticlesToFile(topic.id, since)) {
    for (const article of portion) {
      const tag = file(article);
      if (tag && article.isFiled) staying += 1;
      else if (tag) entering.push({ ...toRehearsed(article), tag });
      else if (article.isFiled) leaving.push(toRehearsed(article));
    }
    articlesRead += portion.length;
    await letOthersIn();
  }
  const newestFirst = (a: RehearsedArticle, b: RehearsedArticle) => b.at.getTime() - a.at.getTime();
  return {
    articlesRead,
    staying,
    entering: entering.toSorted(newestFirst),
    leaving: leaving.toSorted(newestFirst),
  };
}

function toRehearsed({ id, slug, title, language, at, source }: ArticleToFile): RehearsedArticle {
  return { id, slug, title, language, at, source };
}
