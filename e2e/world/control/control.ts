import type { z } from 'zod';
import { toJson, type Answer } from '@/e2e/world/answer';
import { WORLD_TOKENS } from '@/e2e/world/market/tokens';
import type { Item } from '@/e2e/world/news/item';
import { LAB_FEEDS, labSlug } from '@/e2e/world/lab/lab-feeds';
import { publishItem } from './publish-item';
import {
  clearRequest,
  clockRequest,
  labFaultRequest,
  moveRequest,
  outletFaultRequest,
  pauseRequest,
  publishRequest,
  removeRequest,
  retitleRequest,
  venueFaultRequest,
} from './requests';
import { originOf, outletsOf, type World } from './world-parts';

const DEFAULT_SHUTDOWN_MS = 10_000;

type Verb = (body: unknown, world: World) => Answer;

const VERBS: Readonly<Record<string, Verb>> = {
  fault: (body, world) => {
    if (isAbout('venue', body)) return addVenueFault(body, world);
    return isAbout('feed', body) ? addLabFaults(body, world) : addOutletFault(body, world);
  },
  clear: verb(clearRequest, ({ venue, outlet }, world) => {
    const isAll = venue === undefined && outlet === undefined;
    if (isAll || outlet !== undefined) world.faults.clear(outlet);
    for (const each of world.venues) if (isAll || each.id === venue) each.faults.clear();
    return toJson({ cleared: true });
  }),
  publish: verb(publishRequest, (request, world) => {
    const item = publishItem(request, world);
    return item
      ? toJson(describeItem(item, world))
      : toJson({ error: 'There is no such item to repost.' }, 404);
  }),
  retitle: verb(retitleRequest, ({ guid, title }, world) => {
    const updatedAt = world.now();
    return foundItem(
      world.newsroom.replace(guid, updatedAt, (item) => ({ ...item, title, updatedAt })),
      world,
    );
  }),
  remove: verb(removeRequest, ({ guid }, world) =>
    foundItem(world.newsroom.remove(guid, world.now()), world),
  ),
  clock: verb(clockRequest, ({ advanceMs }, world) => {
    world.advance(advanceMs);
    return toJson({ now: new Date(world.now()).toISOString() });
  }),
  'pause-news': verb(pauseRequest, ({ paused }, world) => {
    world.newsroom.setPaused(paused);
    return toJson({ paused });
  }),
  move: verb(moveRequest, ({ token, percent }, world) => {
    if (!WORLD_TOKENS.some(({ id }) => id === token))
      return toJson({ error: `There is no token ${token}.` }, 404);
    world.prices.push({ tokenId: token, percent, at: world.now() });
    return toJson({ token, percent });
  }),
};

/** Answers `POST /control/<verb>` and `GET /control/state`. */
export function answerControl({ method, path, body }: ControlRequest, world: World): Answer {
  const name = path.pathname.slice('/control/'.length);
  if (name === 'state') return toJson(describeWorld(world));
  const act = VERBS[name];
  if (act === undefined) return toJson({ error: `There is no control called ${name}.` }, 404);
  return method === 'POST' ? act(body, world) : toJson({ error: 'Use POST.' }, 405);
}

function verb<T>(schema: z.ZodType<T>, act: (request: T, world: World) => Answer): Verb {
  return (body, world) => {
    const request = schema.safeParse(body);
    if (request.success) return act(request.data, world);
    const problems = request.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return toJson({ error: problems.join('; ') }, 400);
  };
}

function isAbout(name: string, body: unknown): boolean {
  return typeof body === 'object' && body !== null && name in body;
}

const addVenueFault = verb(venueFaultRequest, ({ venue: id, forMs, ...fault }, world) => {
  const venue = world.venues.find((each) => each.id === id);
  if (venue === undefined) return toJson({ error: `There is no venue ${id}.` }, 404);
  if (fault.kind === 'drop') venue.stream.drop(fault.code);
  else if (fault.kind === 'shutdown') venue.stream.shutDown(forMs ?? DEFAULT_SHUTDOWN_MS);
  else venue.faults.add({ ...fault, untilMs: untilOf(forMs, world) });
  return toJson({ venue: id, ...fault });
});

const addOutletFault = verb(outletFaultRequest, ({ outlet, forMs, ...fault }, world) => {
  world.faults.add(outlet, { ...fault, untilMs: untilOf(forMs, world), sinceMs: world.now() });
  return toJson({ outlet, ...fault });
});

const addLabFaults = verb(labFaultRequest, ({ feed }, world) => {
  const told = LAB_FEEDS.filter(({ name }) => feed === 'all' || name === feed);
  for (const { name, fault } of told) {
    if (fault) world.faults.add(labSlug(name), { ...fault, sinceMs: world.now() });
  }
  return toJson({ feed });
});

function untilOf(forMs: number | undefined, world: World): number | undefined {
  return forMs === undefined ? undefined : world.now() + forMs;
}

function foundItem(item: Item | undefined, world: World): Answer {
  return item ? toJson(describeItem(item, world)) : toJson({ error: 'There is no such item.' }, 404);
}

function describeItem({ guid, path, title, publishedAt, outlet }: Item, world: World) {
  return {
    guid,
    url: `${originOf(outlet.slug, world)}${path}`,
    title,
    outlet: outlet.slug,
    publishedAt: new Date(publishedAt).toISOString(),
  };
}

function describeWorld(world: World) {
  return {
    now: new Date(world.now()).toISOString(),
    startedAt: new Date(world.startedAt).toISOString(),
    seed: world.seed,
    paused: world.newsroom.isPaused(),
    outlets: outletsOf(world).map(({ slug, name, feed }) => ({
      slug,
      name,
      feed: `${originOf(slug, world)}/outlets/${slug}/${feed.file}`,
      items: world.newsroom.itemsOf(slug).length,
      newest: world.newsroom
        .itemsOf(slug)
        .slice(0, 5)
        .map((item) => describeItem(item, world)),
      faults: world.faults.list(slug),
    })),
    venues: world.venues.map(({ id, stream, faults, listings }) => ({
      id,
      connections: stream.connections(),
      symbols: listings.length,
      faults: faults.list(),
    })),
  };
}

interface ControlRequest {
  readonly method: string | undefined;
  readonly path: URL;
  readonly body: unknown;
}
