import type { SourceKind } from '@/lib/model/feed';
import type { Theme } from './kinds/kind';
import { THEMES } from './kinds/kind';

export type Language = 'en' | 'zh' | 'ar' | 'ja' | 'de';
export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json';

/** Who publishes in this world. All of them are invented. */
export interface Outlet {
  readonly slug: string;
  readonly name: string;
  readonly tagline: string;
  readonly language: Language;
  readonly country: string;
  readonly kind: SourceKind;
  readonly cryptoOnly: boolean;
  /** How it signs; there are no persons in this world. */
  readonly byline: string;
  readonly themes: readonly Theme[];
  /** Its share of the events it could report, 0–1. */
  readonly appetite: number;
  readonly feed: OutletFeed;
  readonly style: OutletStyle;
}

export interface OutletFeed {
  readonly format: FeedFormat;
  readonly file: string;
  readonly charset: 'utf-8' | 'iso-8859-1';
  /** Whole articles, or the standfirst alone. */
  readonly fullText: boolean;
  /** What it offers to ask conditionally with. */
  readonly validators: 'both' | 'etag' | 'last-modified' | 'none';
  /** Adds campaign parameters to its links. */
  readonly tracked: boolean;
  readonly picture: 'media-content' | 'media-thumbnail' | 'enclosure' | 'in-text' | 'none';
  readonly pictureType: 'png' | 'jpeg' | 'webp';
  readonly limit: number;
}

export interface OutletStyle {
  readonly heading: 'h2' | 'h3';
  readonly titleCase: boolean;
  /** Opens the text with the standfirst again, as many do. */
  readonly repeatsDek: boolean;
  readonly lists: boolean;
  readonly quotes: boolean;
  readonly inlinePictures: boolean;
  readonly facts: readonly [from: number, to: number];
}

export const OUTLET_FEED: OutletFeed = {
  format: 'rss',
  file: 'feed.xml',
  charset: 'utf-8',
  fullText: true,
  validators: 'both',
  tracked: false,
  picture: 'media-content',
  pictureType: 'png',
  limit: 40,
};

export const OUTLET_STYLE: OutletStyle = {
  heading: 'h2',
  titleCase: false,
  repeatsDek: true,
  lists: true,
  quotes: true,
  inlinePictures: false,
  facts: [2, 4],
};

const CRYPTO_THEMES = THEMES.filter((theme) => theme !== 'ai' && theme !== 'culture');

export const OUTLETS: readonly Outlet[] = [
  {
    slug: 'ledgerline',
    name: 'Ledgerline Post',
    tagline: 'Digital assets, reported daily',
    language: 'en',
    country: 'US',
    kind: 'newsroom',
    cryptoOnly: true,
    byline: 'Ledgerline Newsroom',
    themes: [...CRYPTO_THEMES, 'culture'],
    appetite: 0.75,
    feed: { ...OUTLET_FEED, tracked: true },
    style: { ...OUTLET_STYLE, titleCase: true, inlinePictures: true },
  },
  {
    slug: 'hashmeadow',
    name: 'Hashmeadow',
    tagline: 'Slow news about fast markets',
    language: 'en',
    country: 'GB',
    kind: 'newsroom',
    cryptoOnly: true,
    byline: 'Markets desk',
    themes: CRYPTO_THEMES,
    appetite: 0.6,
    feed: {
      ...OUTLET_FEED,
      format: 'atom',
      file: 'atom.xml',
      validators: 'etag',
      picture: 'media-thumbnail',
      pictureType: 'jpeg',
    },
    style: { ...OUTLET_STYLE, repeatsDek: false, facts: [3, 4] },
  },
  {
    slug: 'copperkey',
    name: 'Copperkey',
    tagline: 'Tokens, protocols and the people who use them',
    language: 'en',
    country: 'SG',
    kind: 'newsroom',
    cryptoOnly: true,
    byline: 'Copperkey Staff',
    themes: [
      'markets',
      'defi',
      'onchain',
      'security',
      'venues',
      'upgrades',
      'funding',
      'stablecoins',
      'culture',
      'funds',
    ],
    appetite: 0.6,
    feed: { ...OUTLET_FEED, picture: 'enclosure', validators: 'last-modified' },
    style: { ...OUTLET_STYLE, heading: 'h3', inlinePictures: true, facts: [2, 3] },
  },
  {
    slug: 'slot-and-epoch',
    name: 'Slot & Epoch',
    tagline: 'Protocol engineering in plain words',
    language: 'en',
    country: 'CA',
    kind: 'newsroom',
    cryptoOnly: true,
    byline: 'Slot & Epoch',
    themes: ['upgrades', 'security', 'onchain', 'mining', 'defi', 'stablecoins'],
    appetite: 0.5,
    feed: {
      ...OUTLET_FEED,
      format: 'rdf',
      file: 'index.rdf',
      picture: 'in-text',
      pictureType: 'webp',
      limit: 25,
    },
    style: { ...OUTLET_STYLE, repeatsDek: false, quotes: false, facts: [3, 4] },
  },
  {
    slug: 'macro-and-coin',
    name: 'Macro & Coin',
    tagline: 'Rates, rules and reserves',
    language: 'en',
    country: 'IE',
    kind: 'newsroom',
    cryptoOnly: false,
    byline: 'Macro & Coin desk',
    themes: ['macro', 'regulation', 'funds', 'stablecoins', 'funding', 'mining', 'markets', 'ai'],
    appetite: 0.55,
    feed: { ...OUTLET_FEED, format: 'json', file: 'feed.json', validators: 'etag' },
    style: { ...OUTLET_STYLE, lists: false },
  },
  {
    slug: 'signal-quarter',
    name: 'Signal Quarter',
    tagline: 'Technology and what it costs',
    language: 'en',
    country: 'AU',
    kind: 'newsroom',
    cryptoOnly: false,
    byline: 'Signal Quarter',
    themes: ['ai', 'culture', 'security', 'funding', 'regulation', 'mining'],
    appetite: 0.7,
    feed: { ...OUTLET_FEED, fullText: false, picture: 'media-thumbnail', pictureType: 'jpeg' },
    style: { ...OUTLET_STYLE, titleCase: true, repeatsDek: false },
  },
  {
    slug: 'kettenblick',
    name: 'Kettenblick',
    tagline: 'Nachrichten über Kryptowerte',
    language: 'de',
    country: 'DE',
    kind: 'newsroom',
    cryptoOnly: true,
    byline: 'Redaktion',
    themes: THEMES,
    appetite: 1,
    feed: { ...OUTLET_FEED, charset: 'iso-8859-1', fullText: true },
    style: { ...OUTLET_STYLE, facts: [2, 3] },
  },
  {
    slug: 'lianxun',
    name: '链讯港',
    tagline: '区块链资讯，七乘二十四小时',
    language: 'zh',
    country: 'HK',
    kind: 'newsroom',
    cryptoOnly: true,
    byline: '链讯港编辑部',
    themes: THEMES,
    appetite: 1,
    feed: { ...OUTLET_FEED, picture: 'enclosure' },
    style: { ...OUTLET_STYLE, facts: [2, 3] },
  },
  {
    slug: 'manarat',
    name: 'منارة الكتل',
    tagline: 'أخبار الأصول الرقمية',
    language: 'ar',
    country: 'AE',
    kind: 'newsroom',
    cryptoOnly: true,
    byline: 'غرفة الأخبار',
    themes: THEMES,
    appetite: 1,
    feed: { ...OUTLET_FEED, format: 'atom', file: 'atom.xml', pictureType: 'jpeg' },
    style: { ...OUTLET_STYLE, facts: [2, 3] },
  },
  {
    slug: 'ango-minato',
    name: '暗号みなと',
    tagline: '暗号資産の毎日',
    language: 'ja',
    country: 'JP',
    kind: 'newsroom',
    cryptoOnly: true,
    byline: '編集部',
    themes: THEMES,
    appetite: 1,
    feed: { ...OUTLET_FEED, format: 'rdf', file: 'index.rdf', picture: 'in-text', pictureType: 'jpeg' },
    style: { ...OUTLET_STYLE, facts: [2, 3] },
  },
  {
    slug: 'northquay',
    name: 'Northquay Announcements',
    tagline: 'Notices of the Northquay exchange',
    language: 'en',
    country: 'MT',
    kind: 'official',
    cryptoOnly: true,
    byline: 'Northquay',
    themes: ['venues'],
    appetite: 1,
    feed: { ...OUTLET_FEED, format: 'atom', file: 'atom.xml', picture: 'none' },
    style: { ...OUTLET_STYLE, quotes: false, facts: [3, 3] },
  },
  {
    slug: 'coinrelay',
    name: 'CoinRelay Now',
    tagline: 'All crypto news in one place',
    language: 'en',
    country: 'IN',
    kind: 'aggregator',
    cryptoOnly: true,
    byline: 'CoinRelay',
    themes: [],
    appetite: 0.5,
    feed: { ...OUTLET_FEED, limit: 60 },
    style: OUTLET_STYLE,
  },
  {
    slug: 'blockbrief-wire',
    name: 'Blockbrief Wire',
    tagline: 'The day in excerpts',
    language: 'en',
    country: 'NL',
    kind: 'aggregator',
    cryptoOnly: true,
    byline: 'Blockbrief Wire',
    themes: [],
    appetite: 0.4,
    feed: { ...OUTLET_FEED, fullText: false, validators: 'none', picture: 'media-content', limit: 60 },
    style: OUTLET_STYLE,
  },
];

export function outletBySlug(slug: string): Outlet | undefined {
  return OUTLETS.find((outlet) => outlet.slug === slug);
}
