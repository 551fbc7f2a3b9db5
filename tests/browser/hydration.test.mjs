// The server and the browser draw pages with the same code: the results must be the same. Also what only the browser's
// half does when it goes to another page: titles, scroll positions, the progress bar.

import { Atlas, twoFrames } from './atlas.mjs';
import { expect, settled, test } from './support.mjs';

// The code is the same for both languages: Chinese is checked on the page with most charts and on one with facts.
const DRAWN = [
  // How many drawings: each chart has two, for a wide and for a narrow window.
  { prefix: '', slug: 'qinglan-high-tech-zone', name: 'Qinglan High-tech Zone', drawings: 4 },
  { prefix: '', slug: 'yunquan-etdz', name: 'Yunquan Economic and Technological Development Zone', drawings: 4 },
  { prefix: '', slug: 'luoxi-high-tech-zone', name: 'Luoxi High-tech Zone', drawings: 0 },
  { prefix: '', slug: 'shuangli-new-area', name: 'Shuangli New Area', drawings: 4 },
  { prefix: '', slug: 'haidu-new-area', name: 'Haidu New Area', drawings: 10 },
  { prefix: '/zh', slug: 'haidu-new-area', name: '上海海渡新区', drawings: 10 },
  { prefix: '/zh', slug: 'qinglan-high-tech-zone', name: '青岚高新区', drawings: 4 },
];

for (const { prefix, slug, name, drawings } of DRAWN) {
  const path = `${prefix}/zones/${slug}`;

  test(`the server and the browser draw ${path} alike`, async ({ open, origin }) => {
    // The browser draws the page alone when a link of the list leads to it.
    const visit = await open(`${prefix || '/'}?q=${encodeURIComponent(name)}`);
    const { page } = visit;
    await page.evaluate(() => (window.unbroken = true));
    await page.locator(`a[href="${path}"]`).click();
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    await settled(page);
    expect(await page.evaluate(() => window.unbroken), 'no page was loaded in full').toBe(true);

    const response = await fetch(origin + path);
    const served = await drawingsIn(page, await response.text());
    expect(served).toHaveLength(drawings);
    await expect.poll(() => drawingsIn(page), 'drawn in the browser').toEqual(served);
    const words = await text(page);

    await visit.go(path);
    expect(await drawingsIn(page), 'after hydration').toEqual(served);
    expect(await text(page), 'the rest of the page').toEqual(words);
  });
}

test('of the two drawings of a chart, only the one that fits the window is visible', async ({ open }) => {
  const { page } = await open('/zones/qinglan-high-tech-zone', { width: 1440 });
  const visible = () =>
    page.locator('.growth-drawing').evaluateAll((charts) =>
      charts.map((chart) => [...chart.querySelectorAll(':scope > div > svg')].map((drawing) => drawing.checkVisibility())),
    );
  expect(await visible()).toEqual([[true, false], [true, false]]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(visible).toEqual([[false, true], [false, true]]);
});

test('a page reached by a link has its own title and language links, and begins at its top', async ({ open, origin }) => {
  const { page } = await open('/?province=hunan', { height: 400 });
  const listTitle = await page.title();
  const chinese = page.locator('head link[rel=alternate][hreflang="zh-Hans"]');
  const link = page.getByRole('link', { name: 'Yunquan Economic and Technological Development Zone', exact: true });
  await link.scrollIntoViewIfNeeded();
  expect(await scrolled(page)).toBeGreaterThan(0);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: /^Yunquan/ })).toBeVisible();
  await expect(page).toHaveTitle('Yunquan Economic and Technological Development Zone · Zone Atlas');
  await expect.poll(() => scrolled(page)).toBe(0);
  await expect(chinese).toHaveCount(1);
  await expect(chinese).toHaveAttribute('href', `${origin}/zh/zones/yunquan-etdz`);
  await expect(page.locator('head meta[name=description]')).toHaveCount(1);
  await page.goBack();
  await expect(page).toHaveTitle(listTitle);
  await expect(chinese).toHaveAttribute('href', `${origin}/zh`);
});

for (const { dataset, query } of [
  { dataset: 'small', query: '' },
  // A further page of the list: the small dataset fills only one.
  { dataset: 'shipped', query: '?level=provincial&page=3' },
]) {
  test.describe(`the ${dataset} dataset`, () => {
    test.use({ dataset });

    test(`Back returns to the same place of the list /${query}`, async ({ open }) => {
      const { page } = await open(`/${query}`);
      await new Atlas(page).answersItself();
      const link = page.getByRole('region', { name: 'Zones', exact: true }).locator('a[href^="/zones/"]').nth(30);
      await link.scrollIntoViewIfNeeded();
      expect(await scrolled(page)).toBeGreaterThan(500);
      await twoFrames(page);
      const top = () => link.evaluate((element) => element.getBoundingClientRect().top);
      const before = await top();
      await link.click();
      await expect(page).toHaveURL(/\/zones\//);
      await expect.poll(() => scrolled(page)).toBe(0);
      await page.goBack();
      // The zone must be there again, not the exact pixel: the page estimates the height of rows that it has not shown yet.
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(50);
    });
  });
}

test('a bar and a status show that something is loading', async ({ open }) => {
  const visit = await open('/methods');
  const { page } = visit;
  // The responses wait until the bar was seen. So does the index: with it the page would need no response.
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(/\/(api|data)\//, async (route) => {
    await held;
    await route.continue();
  });
  await visit.go('/');
  const status = page.getByRole('status').filter({ hasText: 'Loading' });
  await expect(status).toHaveCount(0);
  await page.getByRole('button', { name: /^Hunan: / }).click();
  await expect(status).toHaveCount(1);
  await expect(page.locator('.progress-active')).toHaveCount(1);
  release();
  await expect(status).toHaveCount(0);
  await settled(page);
});

/// The charts in a page, or in the server's HTML as this browser parses it.
function drawingsIn(page, html) {
  return page.evaluate((source) => {
    const root = source === undefined ? document : new DOMParser().parseFromString(source, 'text/html');
    // The browser's half marks where the Tab key enters a chart; nothing else may differ.
    const drawings = [...root.querySelectorAll('.growth-drawing > div > svg')];
    return drawings.map((drawing) => drawing.outerHTML.replaceAll(/ tabindex="-?\d"/g, ''));
  }, html);
}

/// The lines of text of a page that are not empty.
async function text(page) {
  return (await page.locator('main').innerText()).split('\n').filter((line) => line.trim() !== '');
}

function scrolled(page) {
  return page.evaluate(() => window.scrollY);
}
