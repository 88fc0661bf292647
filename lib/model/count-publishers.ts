/** `3 publishers, 2 reposts`: who reports on their own, and how many copies there are of it. */
export function countPublishers(story: {
  readonly publisherCount: number;
  readonly repostCount: number;
}): string {
  const publishers = story.publisherCount === 1 ? '1 publisher' : `${story.publisherCount} publishers`;
  if (story.repostCount === 0) return publishers;
  return `${publishers}, ${story.repostCount === 1 ? '1 repost' : `${story.repostCount} reposts`}`;
}
