import type { Page, Request } from '@playwright/test';
import { toSlug } from '@/lib/core/slug';
import { cleanBody } from '@/lib/news/normalise/clean-body';
import { expect, test } from './journey';
import { HOST } from './payloads/marks';
import { PAYLOADS } from './payloads/payloads';

const PER_ARTICLE = 35;
const OUTLET = 'ledgerline';
/** Ends whatever a payload may have opened, so that those after it are read too. */
const CLOSE_ALL = `"'>--></noscript></svg></math></style></title></textarea></template></select></form></iframe></object></xmp></noframes></noembed></script>`;
const SUBJECTS =
  'Harbour Lantern Granite Meadow Copper Walnut Saffron Juniper Orchid Pebble Thistle Amber'.split(' ');

const OPENING = `<p>${'The gates are painted in a colour that nobody has voted for. '.repeat(10)}</p>`;

/** The policy of the page would stop most of it. Here nothing but the cleaner stands in between. */
test.use({ bypassCSP: true });

test('nothing of three hundred payloads runs, fetches or reaches the page', async ({
  page,
  world,
  baseURL,
}) => {
  test.slow();
  const watch = await watchPage(page, baseURL ?? '');
  const titles = await Promise.all(
    toArticles().map(async (html, index) => {
      const title = `${SUBJECTS[index]} gates are painted in the colour number ${index} by decree`;
      await world.publish({ outlet: OUTLET, title, html });
      return title;
    }),
  );
  const paths = await findArticles(page, titles);
  for (const [index, title] of titles.entries()) {
    // Pictures that nobody can have are not waited for.
    await page.goto(paths[index] ?? '', { waitUntil: 'domcontentloaded' });
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.locator('.article-body')).toContainText('The last word.');
    await stir(page);
    expect(await describeBody(page), title).toEqual({ elements: [], attributes: [] });
  }
  expect(watch).toEqual({ ran: [], asked: [], dialogs: [], opened: [] });
});

test('the same payloads do run in this browser where nobody cleans them', async ({ page, baseURL }) => {
  const watch = await watchPage(page, baseURL ?? '');
  await page.goto('/topic');
  for (const name of ['scripts', 'handlers', 'foreign elements', 'pictures']) {
    await page.evaluate(
      (html) => {
        document.open();
        document.write(html);
        document.close();
      },
      (PAYLOADS[name] ?? []).join(CLOSE_ALL),
    );
    await stir(page);
  }
  expect(watch.ran.length).toBeGreaterThan(20);
  expect(watch.asked.length).toBeGreaterThan(5);
});

/** The payloads in a few articles, each with an ordinary text around them. */
function toArticles(): readonly string[] {
  const all = Object.values(PAYLOADS).flat();
  return Array.from({ length: Math.ceil(all.length / PER_ARTICLE) }, (_, index) =>
    toArticle(all.slice(index * PER_ARTICLE, (index + 1) * PER_ARTICLE)),
  );
}

/** A payload that swallows whatever comes after it, even what should end it, stands behind the text. */
function toArticle(payloads: readonly string[]): string {
  let article = OPENING;
  const last: string[] = [];
  for (const payload of payloads) {
    const next = [payload, `${payload}${CLOSE_ALL}`].find((html) => isReadOn(article + html));
    // A feed's reader makes addresses whole, in comments too, and a comment may then lack its end.
    if (next === undefined || payload.startsWith('<!--<img')) last.push(payload);
    else article += next;
  }
  return `${article}<p>The last word.</p>${last.join('')}`;
}

function isReadOn(html: string): boolean {
  return cleanBody(`${html}<p>The last word.</p>`, undefined).includes('The last word.');
}

/** The paths of articles, once the desk has them all. */
async function findArticles(page: Page, titles: readonly string[]): Promise<readonly string[]> {
  let paths: readonly string[] = [];
  await expect(async () => {
    const list = await (await page.request.get(`/source/${OUTLET}`)).text();
    paths = titles.map((title) => new RegExp(`/article/${toSlug(title)}-\\d+`).exec(list)?.[0] ?? '');
    expect(paths).not.toContain('');
  }).toPass({ timeout: 60_000, intervals: [1_000] });
  return paths;
}

interface Watch {
  readonly ran: string[];
  readonly asked: string[];
  readonly dialogs: string[];
  readonly opened: string[];
}

/** Writes down what runs, what is asked for elsewhere, and what opens. */
async function watchPage(page: Page, deskUrl: string): Promise<Watch> {
  const watch: Watch = { ran: [], asked: [], dialogs: [], opened: [] };
  const desk = new URL(deskUrl).host;
  await page.exposeFunction('__ran', () => void watch.ran.push(page.url()));
  page.on('request', (request: Request) => {
    const url = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(url.protocol) && url.host !== desk) watch.asked.push(request.url());
  });
  page.on('dialog', (dialog) => {
    watch.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('popup', (popup) => watch.opened.push(popup.url()));
  await page.route(`**://${HOST}/**`, (route) => route.abort());
  return watch;
}

/** What a reader's mouse and keyboard would set off. */
async function stir(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.querySelector('.article-body') ?? document.documentElement;
    root.addEventListener('click', (event) => event.preventDefault(), { capture: true });
    for (const element of root.querySelectorAll('*')) {
      for (const event of [
        'pointerover',
        'mouseover',
        'mousemove',
        'focus',
        'focusin',
        'click',
        'toggle',
        'animationstart',
      ])
        element.dispatchEvent(new Event(event, { bubbles: false, cancelable: true }));
    }
  });
  await page.waitForTimeout(150);
}

/** What stands in the body and is not on the list. */
function describeBody(page: Page) {
  return page.locator('.article-body').evaluate((body) => {
    const elements = [
      ...body.querySelectorAll(
        'script,style,iframe,object,embed,svg,math,form,input,button,select,textarea,video,audio,link,meta,base,template,noscript,frame,dialog,details,slot,canvas,area,picture,source',
      ),
    ];
    const attributes = [...body.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => {
          // `data-broken` is our own word for a picture that did not come.
          if (/^(?:data-broken|rel|alt|width|height|colspan|rowspan|start|loading|decoding)$/.test(name))
            return false;
          if (name === 'href') return !/^(?:https?:\/\/|mailto:)/.test(value);
          return !(name === 'src' && value.startsWith('/api/image?'));
        })
        .map(({ name, value }) => `${element.localName} ${name}="${value}"`),
    );
    return { elements: elements.map((element) => element.outerHTML), attributes };
  });
}
