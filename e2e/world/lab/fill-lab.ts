import type { Archive } from '@/e2e/world/news/archive';
import { LAB_ARCHIVE, LAB_FEEDS, labSlug } from './lab-feeds';
import { composeLabItem } from './lab-items';
import { findOutlet } from './lab-outlets';

/** Writes the lab's archives: no headline stands in two of them. */
export function fillLab(archive: Archive, nowMs: number): void {
  let number = 0;
  for (const { name, archive: past = LAB_ARCHIVE } of LAB_FEEDS) {
    const outlet = findOutlet(labSlug(name));
    for (let position = 0; outlet && position < past.items; position += 1) {
      const publishedAt = nowMs - past.endedMs - position * past.everyMs;
      archive.publish(composeLabItem(number, { outlet, publishedAt }));
      number += 1;
    }
  }
}
