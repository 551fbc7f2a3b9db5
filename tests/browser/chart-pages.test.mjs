// Pages with charts are accessible, fit every window and do not shift while they load. A chart works in a frame of
// another site.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { follow } from './atlas.mjs';
import { test as base, barriers, expect, hydrated, overflow, settled } from './support.mjs';

/// `framedIn(html)` starts another site with a single page that contains `html`, and returns its URL. A real site is
/// needed: browsers allow neither the public web nor a page made up by a test to load anything from this computer.
const test = base.extend({
  framedIn: async ({}, use) => {
    const servers = [];
    await use(async (html) => {
      const page = `<!DOCTYPE html><html lang="en"><title>Reader</title><link rel="icon" href="data:,"><h1>Reader</h1>${html}`;
      const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page));
      servers.push(server);
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return `http://127.0.0.1:${server.address().port}/`;
    });
    for (const server of servers) server.close();
  },
});

const QINGLAN = '/zones/qinglan-high-tech-zone';
const HAIDU = '/zones/haidu-new-area';
/// Six zones. With `TOTALS` the chart also shows the totals of all national zones of two classes.
const COMPARED =
  '/compare?zones=yunquan-etdz,haidu-new-area,muyun-industrial-park,chaoyin-new-area,taiqiu-high-tech-zone,' +
  'nanlu-economic-technological-development-area&indicator=gdp';
const TOTALS = 'with=vpns4&with=k3xbn';

/// Display options with several choices at once.
const RICH = 'form=bars&currency=usd&panels=each';

for (const { path, views } of [
  { path: QINGLAN, views: ['form=bars', 'form=table', 'values=growth', 'currency=usd', 'panels=each&hide=b496p'] },
  // Five charts, one with a long table.
  { path: HAIDU, views: ['', 'values=index&base=2009&scale=log', 'charts=beside'] },
  { path: `/zh${HAIDU}`, views: [RICH] },
  // A stated area allows values per km²; one chart has several lines.
  { path: '/zones/muyun-industrial-park', views: ['', 'values=per-km2', 'panels=each'] },
  { path: COMPARED, views: [TOTALS, `${RICH}&${TOTALS}`] },
  { path: `/zh${COMPARED}`, views: [`values=index&scale=log&${TOTALS}`] },
  { path: '/indicators/gdp', views: [''] },
]) {
  test(`charts are accessible and fit the window in every view: ${path.replace(/\?.*/, '')}`, async ({ open }) => {
    const address = (view) => path + (view && `${path.includes('?') ? '&' : '?'}${view}`);
    const { page } = await open(address(views[0]));
    for (const [number, view] of views.entries()) {
      if (number > 0) {
        await follow(page, address(view));
        await expect(page).toHaveURL(address(view));
        // The current choice of each row links to the view that is shown.
        await expect(page.locator('.chart-controls a[aria-current]').first()).toHaveAttribute('href', address(view));
      }
      await expectAccessible(page, `“${view}”`);
    }
  });
}

test.describe('a table of several pages', () => {
  test.use({ dataset: 'shipped' });

  test('is accessible and fits the window: /zh/indicators/area', async ({ open }) => {
    const { page } = await open('/zh/indicators/area?page=2');
    await expect(page.locator('nav.pages a[rel=prev]')).toBeVisible();
    await expectAccessible(page, 'page 2');
  });
});

for (const size of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
  test(`nothing moves while a page with charts loads slowly and hydrates, ${size.width} px wide`, async ({ open }) => {
    const { page } = await open('/methods', size);
    const network = await page.context().newCDPSession(page);
    const throttle = (downloadThroughput) =>
      network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput, uploadThroughput: -1 });
    await network.send('Network.enable');
    // At this speed the first part of the page is visible before the last part has arrived.
    await throttle(60_000);
    await page.goto(HAIDU, { waitUntil: 'commit' });
    await expect(page.locator('footer')).toBeAttached();
    const loaded = await page.evaluate(() => performance.now());
    await throttle(-1);
    await hydrated(page);
    await settled(page);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // Letters may move slightly when their font arrives; a sum below this limit is not a shift.
    expect(await shifts(page, loaded), 'moved while it hydrated').toBeLessThan(0.01);
    // In a narrow window a heading may take one more line with its own font, which has nothing to do with charts.
    if (size.width > 1000) expect(await shifts(page, 0), 'moved while it loaded').toBeLessThan(0.01);
    // Check that the measurement detects a shift.
    await page.evaluate(() => {
      document.querySelector('main').prepend(Object.assign(document.createElement('h1'), { textContent: 'Moved' }));
    });
    await expect.poll(() => shifts(page, loaded)).toBeGreaterThan(0.01);
  });
}

test('a chart can be framed by another site, and its links leave the frame', async ({ open, origin, framedIn }) => {
  const { page } = await open(`${QINGLAN}?currency=usd`);
  const words = await page.locator('#chart-output .chart-wide a.mark > title').allTextContents();
  expect(words).toHaveLength(3);
  const snippet = await page.locator('#chart-output .chart-snippet').inputValue();

  await page.goto(await framedIn(snippet));
  const element = page.locator('iframe');
  await expect(element).toHaveJSProperty('src', `${origin}${QINGLAN}/output/embed?currency=usd`);
  const drawing = element.contentFrame().locator('svg.chart').filter({ visible: true });
  await expect(drawing.locator('a.mark > title')).toHaveText(words);
  await drawing.locator('a.mark .shape').last().click();
  await expect(page).toHaveURL(`${origin}/figures/b496p`);
  await hydrated(page);
  await expect(page.getByRole('region', { name: 'Source text', exact: true })).toBeVisible();
});

test('the frame that the site offers fits what is in it', async ({ open, origin }) => {
  const { page } = await open('/methods');
  let count = 0;
  for (const path of [QINGLAN, `/zh${QINGLAN}`, HAIDU, `${HAIDU}?panels=each`, `/zh${HAIDU}?form=bars&currency=usd`, '/groups/national-etdzs', '/zh/groups/national-etdzs']) {
    const text = await (await fetch(origin + path)).text();
    const frames = text.matchAll(/&lt;iframe src=&quot;([^"]*?)&quot; .*?width=&quot;(\d+)&quot; height=&quot;(\d+)&quot;/g);
    for (const [, address, width, height] of frames) {
      await page.setViewportSize({ width: Number(width), height: Number(height) });
      await page.goto(address.replaceAll('&amp;amp;', '&').replaceAll('&amp;', '&'));
      const bottom = await page.locator('main').evaluate((main) => main.getBoundingClientRect().bottom);
      expect(bottom, `${address} in ${height} px`).toBeLessThanOrEqual(Number(height) + 1);
      expect(bottom, `${address} in ${height} px`).toBeGreaterThan(Number(height) - 90);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(12);
});

test('a chart for frames is accessible and fits every frame', async ({ open }) => {
  const { page } = await open('/methods');
  for (const path of [
    `${QINGLAN}/output/embed`,
    `/zh${QINGLAN}/output/embed?form=table`,
    `/zh${QINGLAN}/output/embed?${RICH}`,
    `${QINGLAN}/output/embed?hide=t6a2e-before&hide=b496p`,
  ]) {
    // The embedded page runs no script, so the test does not wait for hydration.
    const response = await page.goto(path);
    expect(response.status()).toBe(200);
    await expectAccessible(page, path);
  }
  await page.goto(`${QINGLAN}/output/embed`);
  // The width of the embed code that the site offers, and the width of a phone.
  for (const [width, wanted] of [[700, [true, false]], [330, [false, true]]]) {
    await page.setViewportSize({ width, height: 520 });
    const visible = () => page.locator('svg.chart').evaluateAll((all) => all.map((drawing) => drawing.checkVisibility()));
    await expect.poll(visible, `wide and narrow drawing at ${width} px`).toEqual(wanted);
  }
});

/// Checks a page with charts in a narrow light window and in a wide dark one: no accessibility violations, no overflow.
async function expectAccessible(page, view) {
  await expect(page.locator('svg.chart, table').filter({ visible: true }).first()).toBeVisible();
  // Folded content is checked too.
  await page.locator('.charts details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
  for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme });
    expect.soft(await overflow(page), `${view} at ${width} px`).toEqual([]);
    expect.soft(await barriers(page), `${view}, ${colorScheme}`).toEqual([]);
  }
}

/// Returns the sum of layout shifts since a time, as the browser reports them.
function shifts(page, since) {
  return page.evaluate((since) => new Promise((resolve) => {
    const count = () => {
      const observer = new PerformanceObserver(() => undefined);
      observer.observe({ type: 'layout-shift', buffered: true });
      const entries = observer.takeRecords().filter(({ startTime, hadRecentInput }) => startTime > since && !hadRecentInput);
      observer.disconnect();
      resolve(entries.reduce((sum, { value }) => sum + value, 0));
    };
    // The shifts of a frame are reported after it.
    requestAnimationFrame(() => requestAnimationFrame(count));
  }), since);
}
