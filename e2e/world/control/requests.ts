import { z } from 'zod';
import { VENUE_FAULT_KINDS } from '@/e2e/world/market/venue-faults';
import { LAB_NAMES } from '@/e2e/world/lab/lab-feeds';
import { LAB_OUTLETS } from '@/e2e/world/lab/lab-outlets';
import { OUTLETS } from '@/e2e/world/news/outlets';
import { BAD_XML_VARIANTS, OUTLET_FAULT_KINDS } from '@/e2e/world/outlets/outlet-faults';
import { VENUE_IDS } from '@/lib/model/ids';

const outlet = z.enum([...OUTLETS, ...LAB_OUTLETS].map(({ slug }) => slug));
/** Numbers and truth values also as the text of a form. */
const number = z.coerce.number();
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

export const venueFaultRequest = z.strictObject({
  venue: z.enum(VENUE_IDS),
  kind: z.enum(VENUE_FAULT_KINDS),
  symbol: z.string().optional(),
  factor: number.optional(),
  status: number.int().min(400).max(599).optional(),
  code: number.int().min(1000).max(4999).optional(),
  forMs: number.positive().optional(),
});

export const outletFaultRequest = z.strictObject({
  outlet,
  kind: z.enum(OUTLET_FAULT_KINDS),
  status: number.int().min(200).max(599).optional(),
  retryAfter: number.optional(),
  location: z.string().optional(),
  variant: z.enum(BAD_XML_VARIANTS).optional(),
  factor: number.positive().optional(),
  forMs: number.positive().optional(),
});

/** A feed of the lab is told to have the fault it is there for. */
export const labFaultRequest = z.strictObject({ feed: z.enum(['all', ...LAB_NAMES]) });

export const clearRequest = z.strictObject({
  venue: z.enum(VENUE_IDS).optional(),
  outlet: outlet.optional(),
});

export const publishRequest = z.strictObject({
  outlet,
  title: z.string().min(1),
  dek: z.string().optional(),
  /** Plain text; an empty line parts paragraphs. */
  body: z.string().optional(),
  /** Instead of `body`. */
  html: z.string().optional(),
  guid: z.string().optional(),
  /** Path below the outlet, instead of one made from the title. */
  url: z.string().optional(),
  /** ISO 8601; `null` for an item without a date. Now where left out. */
  publishedAt: z.iso.datetime().nullable().optional(),
  categories: z.array(z.string()).optional(),
  picture: flag.optional(),
  /** The guid or URL of an item: the new one is this outlet's copy of it. */
  repostOf: z.string().optional(),
});

export const retitleRequest = z.strictObject({ guid: z.string(), title: z.string().min(1) });
export const removeRequest = z.strictObject({ guid: z.string() });
export const clockRequest = z.strictObject({ advanceMs: number.min(0) });
export const pauseRequest = z.strictObject({ paused: flag });
export const moveRequest = z.strictObject({ token: z.string(), percent: number });

export type PublishRequest = z.infer<typeof publishRequest>;
