import { OUTLET_FEED, OUTLET_STYLE, OUTLETS, type Outlet } from '@/e2e/world/news/outlets';
import { LAB_ARCHIVE, LAB_FEEDS, labSlug, type LabFeed } from './lab-feeds';

/** Every lab feed has an outlet of its own; no event of this world is theirs to tell. */
export const LAB_OUTLETS: readonly Outlet[] = LAB_FEEDS.map(toOutlet);

/** An outlet of the world or of its lab. */
export function findOutlet(slug: string): Outlet | undefined {
  return [...OUTLETS, ...LAB_OUTLETS].find((outlet) => outlet.slug === slug);
}

function toOutlet({ name, language, archive }: LabFeed): Outlet {
  return {
    slug: labSlug(name),
    name: `Lab: ${name.replaceAll('-', ' ')}`,
    tagline: 'A small site with one fault',
    language: language ?? 'en',
    country: 'NL',
    kind: 'newsroom',
    cryptoOnly: false,
    byline: 'Lab',
    themes: [],
    appetite: 0,
    feed: { ...OUTLET_FEED, picture: 'none', limit: (archive ?? LAB_ARCHIVE).items },
    style: OUTLET_STYLE,
  };
}
