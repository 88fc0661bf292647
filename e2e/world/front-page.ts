import { originOf, outletsOf, type World } from './control/world-parts';
import { VENUE_FAULT_KINDS } from './market/venue-faults';
import { escapeText } from './news/html';
import { OUTLET_FAULT_KINDS } from './outlets/outlet-faults';

/** What there is to see and to break, for a person. */
export function worldPage(world: World): string {
  const outlets = outletsOf(world).map(
    ({ slug, name, tagline, language, feed }) =>
      `<tr><td><a href="${originOf(slug, world)}/outlets/${slug}/">${escapeText(name)}</a><br><small>${escapeText(tagline)}</small></td><td>${language}</td><td><a href="${originOf(slug, world)}/outlets/${slug}/${feed.file}">${feed.format}</a></td><td>${world.newsroom.itemsOf(slug).length}</td><td>${world.faults
        .list(slug)
        .map(({ kind }) => kind)
        .join(', ')}</td></tr>`,
  );
  const venues = world.venues.map(
    ({ id, listings, stream, faults }) =>
      `<tr><td>${id}</td><td>${listings.length} symbols</td><td>${stream.connections()} connections</td><td>${faults
        .list()
        .map(({ kind }) => kind)
        .join(', ')}</td></tr>`,
  );
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The pretend internet</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td{border-top:1px solid #ddd;padding:.4rem .6rem;vertical-align:top}form{display:flex;flex-wrap:wrap;gap:.5rem;margin:.6rem 0}small{color:#667}</style></head>
<body>
<h1>The pretend internet</h1>
<p>Every outlet, every event and every price here is invented. World time: ${new Date(world.now()).toISOString()}. <a href="/manifest.json">Manifest</a> · <a href="/control/state">State</a></p>
<h2>Outlets</h2>
<table>${outlets.join('\n')}</table>
<form method="post" action="/control/fault">${choice(
    'outlet',
    outletsOf(world).map(({ slug }) => slug),
  )}${choice('kind', OUTLET_FAULT_KINDS)}<input name="status" placeholder="status, e.g. 503" size="16"><button>Break the feed</button></form>
<form method="post" action="/control/publish">${choice(
    'outlet',
    outletsOf(world).map(({ slug }) => slug),
  )}<input name="title" placeholder="Headline" size="40" required><input name="body" placeholder="Text" size="40"><button>Publish now</button></form>
<h2>Exchanges</h2>
<table>${venues.join('\n')}</table>
<form method="post" action="/control/fault">${choice(
    'venue',
    world.venues.map(({ id }) => id),
  )}${choice('kind', VENUE_FAULT_KINDS)}<input name="symbol" placeholder="symbol, or all" size="14"><input name="forMs" placeholder="for ms" size="8"><button>Break the venue</button></form>
<form method="post" action="/control/clear"><button>Clear all faults</button></form>
</body></html>
`;
}

function choice(name: string, values: readonly string[]): string {
  return `<select name="${name}">${values.map((value) => `<option>${value}</option>`).join('')}</select>`;
}
