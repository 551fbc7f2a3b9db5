// Hydration leaves the server's HTML unchanged. Between pages: scroll positions and the progress bar.

import { Atlas, twoFrames } from './atlas.mjs';
import { expect, settled, test, unfoldOptions } from './support.mjs';

for (const path of ['/zones/qinglan-high-tech-zone', '/zh/zones/haidu-new-area', '/zones/luoxi-high-tech-zone', '/indicators/gdp']) {
  test(`what starts in the browser leaves ${path} as the server sent it`, async ({ open, origin }) => {
    const { page } = await open(path);
    await page.locator('.charts').first().hover();
    const response = await fetch(origin + path);
    const served = await drawingsIn(page, await response.text());
    expect(await drawingsIn(page)).toEqual(served);
  });
}

test('of the two drawings of a chart, only the one that fits the window is visible', async ({ open }) => {
  const { page } = await open('/zones/qinglan-high-tech-zone', { width: 1440 });
  const visible = () =>
    page.locator('.growth-drawing').evaluateAll((charts) =>
      charts.map((chart) => [...chart.querySelectorAll('svg.chart')].map((drawing) => drawing.checkVisibility())),
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
  await page.evaluate(() => window.scrollTo(0, 100));
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
  // A further page of the list; the small dataset has only one page.
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
      // The zone must be visible again, but not at the exact pixel: the page estimates the height of rows that it has
      // not shown yet.
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(50);
    });
  });
}

test('a bar and a status show that something is loading', async ({ open }) => {
  const { page } = await open('/zones/qinglan-high-tech-zone');
  // The response is held back until the test has seen the bar.
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(/\/fn\/series/, async (route) => {
    await held;
    await route.continue();
  });
  const status = page.getByRole('status').filter({ hasText: 'Loading' });
  await expect(status).toHaveCount(0);
  await unfoldOptions(page);
  await page.getByRole('link', { name: 'Bars', exact: true }).click();
  await expect(status).toHaveCount(1);
  await expect(page.locator('.progress-active')).toHaveCount(1);
  release();
  await expect(status).toHaveCount(0);
  await settled(page);
});

/// Returns the charts of a page, or of the server's HTML as this browser parses it.
function drawingsIn(page, html) {
  return page.evaluate((source) => {
    const root = source === undefined ? document : new DOMParser().parseFromString(source, 'text/html');
    // Hydration adds `tabindex` and the class `highlighted` to marks; nothing else may differ.
    const drawings = [...root.querySelectorAll('.growth-drawing > div > svg')];
    return drawings.map((drawing) => drawing.outerHTML.replaceAll(/ tabindex="-?\d"/g, '').replaceAll(/ highlighted(?=")/g, ''));
  }, html);
}

function scrolled(page) {
  return page.evaluate(() => window.scrollY);
}
