// One function draws the charts on the server and in the browser: what they draw must be the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Atlas, twoFrames } from './atlas.mjs';
import { assertClean, settled, useSite } from './support.mjs';

const site = useSite();

const DESCRIBED = [
  // How many drawings: two widths of each chart.
  { slug: 'liyang-high-tech-zone', name: { en: 'Liyang High-tech Zone', zh: '溧阳高新区' }, drawings: 4 },
  { slug: 'liuyang-etdz', name: { en: 'Liuyang Economic and Technological Development Zone', zh: '浏阳经济技术开发区' }, drawings: 4 },
  { slug: 'luzhou-high-tech-zone', name: { en: 'Luzhou High-tech Zone', zh: '泸州高新区' }, drawings: 0 },
  { slug: 'liangjiang-new-area', name: { en: 'Liangjiang New Area', zh: '两江新区' }, drawings: 4 },
  { slug: 'pudong-new-area', name: { en: 'Pudong New Area', zh: '上海浦东新区' }, drawings: 10 },
];

for (const language of ['en', 'zh']) {
  const prefix = language === 'en' ? '' : '/zh';
  for (const { slug, name, drawings } of DESCRIBED) {
    const path = `${prefix}/zones/${slug}`;

    test(`server and browser draw ${path} alike`, async (t) => {
      const answer = await fetch(site.origin + path);
      const html = await answer.text();

      const loaded = await site.open(t, path);
      const served = await drawingsIn(loaded.page, html);
      assert.equal(served.length, drawings);
      assert.deepEqual(await drawingsIn(loaded.page), served, 'after hydration');
      assertClean(loaded);

      const visited = await site.open(t, `${prefix}/?q=${encodeURIComponent(name[language])}`.replace('/zh/?', '/zh?'));
      await visited.page.evaluate(() => (window.unbroken = true));
      await visited.page.locator(`a[href="${path}"]`).click();
      await visited.page.getByRole('heading', { level: 1, name: name[language] }).waitFor();
      await settled(visited.page);
      assert.equal(await visited.page.evaluate(() => window.unbroken), true, 'a page was loaded in full');
      assert.deepEqual(await drawingsIn(visited.page), served, 'drawn in the browser');
      const [here, there] = await Promise.all([visited.page, loaded.page].map((page) => words(page)));
      assert.deepEqual(here, there, 'the rest of the page');
      assertClean(visited);
    });
  }
}

test('one chart is seen at a time, the one that fits', async (t) => {
  const { page } = await site.open(t, '/zones/liyang-high-tech-zone', { width: 1440 });
  const seen = () =>
    page.locator('.growth-drawing').evaluateAll((charts) =>
      charts.map((chart) => [...chart.querySelectorAll(':scope > div > svg')].map((drawing) => drawing.checkVisibility())),
    );
  assert.deepEqual(await seen(), [[true, false], [true, false]]);
  await page.setViewportSize({ width: 360, height: 740 });
  assert.deepEqual(await seen(), [[false, true], [false, true]]);
});

test('a page reached by a link has its own title, language links, and begins at its top', async (t) => {
  const visit = await site.open(t, '/?province=hunan');
  const { page } = visit;
  const list = await page.title();
  await page.getByRole('link', { name: 'Liuyang Economic and Technological Development Zone', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Liuyang/ }).waitFor();
  await settled(page);
  assert.equal(await page.title(), 'Liuyang Economic and Technological Development Zone · Zone Atlas');
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  const chinese = page.locator('head link[rel=alternate][hreflang="zh-Hans"]');
  assert.equal(await chinese.count(), 1);
  assert.equal(await chinese.getAttribute('href'), `${site.origin}/zh/zones/liuyang-etdz`);
  assert.equal(await page.locator('head meta[name=description]').count(), 1);
  await page.goBack();
  await settled(page);
  assert.equal(await page.title(), list);
  assert.equal(await page.locator('head link[rel=alternate][hreflang="zh-Hans"]').getAttribute('href'), `${site.origin}/zh`);
  assertClean(visit);
});

for (const query of ['province=hunan', 'level=provincial&page=3']) {
  test(`Back returns to the place in the list of ${query}`, async (t) => {
    const visit = await site.open(t, `/?${query}`);
    const { page } = visit;
    await new Atlas(page).answersItself();
    const link = page.getByRole('region', { name: 'Zones', exact: true }).locator('a[href^="/zones/"]').nth(30);
    await link.scrollIntoViewIfNeeded();
    assert.ok((await page.evaluate(() => window.scrollY)) > 500);
    await twoFrames(page);
    const top = () => link.evaluate((element) => element.getBoundingClientRect().top);
    const place = await top();
    await link.click();
    await page.waitForURL('**/zones/*');
    await settled(page);
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    await page.goBack();
    await settled(page);
    await link.waitFor();
    // What the reader was at counts: heights of rows that were not seen yet are guessed anew.
    const found = async () => Math.abs((await top()) - place) < 50;
    for (let tries = 0; tries < 30 && !(await found()); tries += 1) await twoFrames(page);
    assert.ok(await found(), `the zone is at ${await top()}, was at ${place}`);
  });
}

test('what is under way is shown by a bar and told as a status', async (t) => {
  const visit = await site.open(t, '/methods');
  const { page } = visit;
  // Held back until the bar has been seen; the index too, since the page would answer by itself.
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(/\/(api|data)\//, async (route) => {
    await held;
    await route.continue();
  });
  await visit.go('/');
  const status = page.getByRole('status').filter({ hasText: 'Loading' });
  assert.equal(await status.count(), 0);
  await page.getByRole('button', { name: /^Hunan: / }).click();
  await status.waitFor({ state: 'attached' });
  assert.equal(await page.locator('.progress-active').count(), 1);
  release();
  await status.waitFor({ state: 'detached' });
  await settled(page);
  assertClean(visit);
});

/// The charts in a page, or in the server's answer as this browser reads it.
function drawingsIn(page, html) {
  return page.evaluate((text) => {
    const root = text === undefined ? document : new DOMParser().parseFromString(text, 'text/html');
    // The script adds by which mark the keyboard comes in; nothing else may differ.
    return [...root.querySelectorAll('.growth-drawing > div > svg')].map((drawing) => drawing.outerHTML.replaceAll(/ tabindex="-?\d"/g, ''));
  }, html);
}

/// All that a page says, without what markers between nodes add.
async function words(page) {
  return (await page.locator('main').innerText()).split('\n').filter((line) => line.trim() !== '');
}
