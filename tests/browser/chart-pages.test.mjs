// Pages with charts keep nobody out, fit every window and keep still; a chart can be put into a page of others.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { assertClean, barriers, hydrated, overflow, settled, useSite } from './support.mjs';

const site = useSite();

const PUDONG = '/zones/pudong-new-area';
const LIYANG = '/zones/liyang-high-tech-zone';
/// Six zones, and the totals of all national ones of two classes.
const COMPARED =
  '/compare?zones=liuyang-etdz,pudong-new-area,suzhou-industrial-park,binhai-new-area,wuxi-high-tech-zone,' +
  'beijing-economic-technological-development-area&indicator=gdp&with=vpns4&with=k3xbn';

/// Several at once.
const RICH = 'form=bars&currency=usd&panels=each';

for (const { path, views } of [
  { path: LIYANG, views: ['form=bars', 'form=table', 'values=growth', 'currency=usd', 'panels=each&hide=b496p'] },
  // Many charts with long tables.
  { path: PUDONG, views: ['', 'values=index&base=2009&scale=log', 'charts=beside'] },
  { path: `/zh${PUDONG}`, views: [RICH] },
  // Here an area was stated beside an amount, and lines can be parted.
  { path: '/zones/suzhou-industrial-park', views: ['', 'values=per-km2', 'panels=each'] },
  { path: COMPARED, views: ['', RICH] },
  { path: `/zh${COMPARED}`, views: ['values=index&scale=log'] },
  { path: '/indicators/gdp', views: [''] },
  { path: '/zh/indicators/area', views: ['page=2'] },
]) {
  test(`nobody is kept out of ${path}, in whatever view`, async (t) => {
    const address = (view) => path + (view && `${path.includes('?') ? '&' : '?'}${view}`);
    const visit = await site.open(t, address(views[0]));
    const { page } = visit;
    const found = [];
    for (const [number, view] of views.entries()) {
      if (number > 0) await follow(page, address(view));
      assert.equal(page.url(), site.origin + address(view));
      await page.locator('.charts').waitFor();
      // What is folded away must be in order too.
      await page.locator('.charts details').evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
      found.push(...(await complaints(page, view)));
    }
    assert.deepEqual(found, []);
    assertClean(visit);
  });
}

for (const size of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
  test(`nothing moves while ${PUDONG} comes slowly and is taken over, ${size.width} px wide`, async (t) => {
    const visit = await site.open(t, '/methods', size);
    const { page } = visit;
    const network = await page.context().newCDPSession(page);
    const throttle = (downloadThroughput) =>
      network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput, uploadThroughput: -1 });
    await network.send('Network.enable');
    // So slowly that the first of the page is seen before its last is there.
    await throttle(60_000);
    await page.goto(PUDONG, { waitUntil: 'commit' });
    await page.locator('footer').waitFor();
    const there = await page.evaluate(() => performance.now());
    await throttle(-1);
    await hydrated(page);
    await settled(page);
    // Letters may move a hair when their font has come.
    // On a telephone a heading may even take another line then, which is no matter of charts.
    const phases = [['was taken over', there], ['came', 0]].slice(0, size.width > 1000 ? 2 : 1);
    for (const [what, since] of phases) {
      const sum = await shifts(page, since);
      assert.ok(sum < 0.01, `moved by ${sum} while it ${what}`);
    }
    // What would move is seen.
    await page.evaluate(() => {
      document.querySelector('main').prepend(Object.assign(document.createElement('h1'), { textContent: 'Moved' }));
    });
    assert.ok((await shifts(page, there)) > 0.01, 'the measure does not measure');
    assertClean(visit);
  });
}

for (const { prefix, receipt } of [{ prefix: '', receipt: 'As stated' }, { prefix: '/zh', receipt: '原话' }]) {
  test(`the output of ${prefix}${LIYANG} can be put into a page of others`, async (t) => {
    const visit = await site.open(t, `${prefix}${LIYANG}?currency=usd`);
    const { page } = visit;
    const words = await page.locator('#chart-output .chart-wide a.mark > title').allTextContents();
    assert.equal(words.length, 3);
    const line = await page.locator('#chart-output .chart-snippet').inputValue();
    const address = `${site.origin}${prefix}${LIYANG}/output/embed?currency=usd`;

    const answer = await fetch(address);
    assert.equal(answer.status, 200);
    const policy = answer.headers.get('content-security-policy');
    assert.match(policy, /(^|; )default-src 'none'(;|$)/);
    assert.match(policy, /(^|; )frame-ancestors \*(;|$)/);
    assert.doesNotMatch(policy, /script-src/);
    assert.equal(answer.headers.get('x-frame-options'), null);
    assert.doesNotMatch(await answer.text(), /<script|\son[a-z]+=|javascript:/i);

    await page.goto(await pageOfOthers(t, line));
    const element = page.locator('iframe');
    assert.equal(await element.evaluate((frame) => frame.src), address);
    const frame = element.contentFrame();
    const drawing = frame.locator('svg.chart').filter({ visible: true });
    await drawing.waitFor();
    assert.deepEqual(await drawing.locator('a.mark > title').allTextContents(), words);
    // A link leaves the frame.
    await drawing.locator('a.mark').last().click();
    await page.waitForURL(`${site.origin}${prefix}/figures/b496p`, { timeout: 10_000 });
    await hydrated(page);
    await page.getByRole('region', { name: receipt, exact: true }).waitFor();
    assertClean(visit);
  });

  test(`nobody is kept out of the charts of ${prefix}${LIYANG} by themselves, and they fill their frames`, async (t) => {
    const visit = await site.open(t, `${prefix}/methods`);
    const { page } = visit;
    const found = [];
    for (const query of ['', '?form=table', `?${RICH}`, '?hide=t6a2e-before&hide=b496p']) {
      // It has no half in the browser to wait for.
      const answer = await page.goto(`${prefix}${LIYANG}/output/embed${query}`);
      assert.equal(answer.status(), 200);
      found.push(...(await complaints(page, query)));
    }
    await page.goto(`${prefix}${LIYANG}/output/embed`);
    // The width of the line that one may take away, and that of a telephone.
    for (const [width, wanted] of [[700, [true, false]], [330, [false, true]]]) {
      await page.setViewportSize({ width, height: 520 });
      const seen = await page.locator('svg.chart').evaluateAll((all) => all.map((drawing) => drawing.checkVisibility()));
      if (`${seen}` !== `${wanted}`) found.push(`the wide and the narrow drawing at ${width} px: ${seen}`);
    }
    assert.deepEqual(found, []);
    assertClean(visit);
  });
}

/// What keeps people out of a page, or sticks out of a window, on a telephone and at a desk, by day and by night.
async function complaints(page, view) {
  const found = [];
  for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme });
    const wide = await overflow(page);
    if (wide.length > 0) found.push(`“${view}” at ${width} px: ${wide.slice(0, 2).join(', ')}`);
    found.push(...(await barriers(page)).map((barrier) => `“${view}”, ${colorScheme}: ${barrier}`));
  }
  return found;
}

/// The address of a page of somebody else with a line in it. A real one: browsers let no page of the wide world, and none
/// that a test makes up, look into this computer.
async function pageOfOthers(t, line) {
  const body = `<!DOCTYPE html><html lang="en"><title>Reader</title><link rel="icon" href="data:,"><h1>Reader</h1>${line}`;
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(body));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

/// Goes to an address by a link that the router follows, put into the page for this.
async function follow(page, path) {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
  await page.waitForURL(new URL(path, page.url()).href);
  await settled(page);
}

/// How far the page moved by itself since a time, as browsers count it.
function shifts(page, since = 0) {
  return page.evaluate((since) => new Promise((resolve, reject) => {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) reject(new Error('not measured here'));
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { value, startTime, hadRecentInput } of list.getEntries()) {
        if (startTime > since && !hadRecentInput) sum += value;
      }
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    // Where nothing moved nothing is told; what did is told within a frame or two.
    setTimeout(() => resolve(sum), 500);
  }), since);
}
