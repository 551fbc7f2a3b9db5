// Islands: their requests to the server, and how a page works if they cannot start, if data does not arrive, or if the
// Wasm fails.

import { chromium } from '@playwright/test';
import { createServer, request as ask } from 'node:http';
import { Atlas } from './atlas.mjs';
import { BROWSER_ARGUMENTS } from './chromium.mjs';
import { environment } from './environment.mjs';
import { expect, hydrated, test, unfoldOptions } from './support.mjs';

const QINGLAN = '/zones/qinglan-high-tech-zone';

test('charts are drawn in the browser from what a server function answers', async ({ open }) => {
  const { page } = await open(QINGLAN);
  await page.evaluate(() => (window.sameDocument = true));
  const asked = paths(page);
  // The first user input loads the data of the charts.
  const answered = page.waitForResponse((response) => response.url().endsWith('/fn/series') || response.url().includes('/fn/series?'));
  await unfoldOptions(page);
  await answered;
  await page.getByRole('link', { name: 'Bars', exact: true }).click();
  await expect(page).toHaveURL(`${QINGLAN}?form=bars`);
  await expect(page.locator('#chart-bars')).toHaveAttribute('aria-current', 'true');
  expect(asked).toContain('/fn/series');
  // One response serves all views.
  await page.getByRole('link', { name: 'Table', exact: true }).first().click();
  await expect(page.locator('.growth-drawing')).toHaveCount(0);
  expect(asked.filter((path) => path === '/fn/series')).toHaveLength(1);
  expect(await page.evaluate(() => window.sameDocument)).toBe(true);
});

test('a row opens to the zone in a few lines, and closes again', async ({ open }) => {
  const { page } = await open('/?q=qinglan');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const asked = paths(page);
  const button = page.getByRole('button', { name: 'Summary of Qinglan High-tech Zone', exact: true });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.click();
  const summary = page.locator('.zone-summary');
  await expect(summary).toContainText('battery enterprises');
  await expect(summary.getByRole('link', { name: '130.51 ha' })).toHaveAttribute('href', /^\/figures\//);
  await expect(summary.getByRole('link', { name: 'Open zone page' })).toHaveAttribute('href', QINGLAN);
  expect(asked).toContain('/fn/zone-summary');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await button.press('Enter');
  await expect(summary).toHaveCount(0);
  await expect(button).toHaveAttribute('aria-expanded', 'false');
});

for (const [what, change] of [
  [
    'a translator has wrapped its texts',
    () => {
      const texts = document.createTreeWalker(document.querySelector('leptos-island'), NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) found.push(texts.currentNode);
      for (const text of found.filter((text) => text.data.trim() !== '')) {
        const font = document.createElement('font');
        text.replaceWith(font);
        font.append(text);
      }
    },
  ],
  ['an extension has put a node into a control', () => document.querySelector('#q').parentElement.prepend(document.createElement('i'))],
]) {
  test(`the list works as without JavaScript when ${what}`, async ({ open }) => {
    const visit = await open('/methods');
    const { page } = visit;
    const told = [];
    page.on('console', (message) => told.push(message.text()));
    await page.addInitScript(`addEventListener('DOMContentLoaded', ${change})`);
    await page.goto('/');
    await expect.poll(() => told.join()).toContain('works without JavaScript');
    const atlas = new Atlas(page, false);
    const count = await atlas.count();
    await atlas.choose('High-tech zone');
    expect(await atlas.count()).toBeLessThan(count);
    await expect(page.locator('html')).not.toHaveAttribute('data-engine');
  });
}

test('after the Wasm has failed, the page works as without JavaScript', async ({ open }) => {
  const visit = await open('/');
  const { page } = visit;
  await new Atlas(page).answersItself();
  await expect(page.getByRole('button', { name: 'Apply' })).toBeHidden();
  await page.evaluate(() => {
    window.sameDocument = true;
    dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }));
  });
  await expect(page.getByRole('button', { name: 'Apply' })).toBeVisible();
  const atlas = new Atlas(page, false);
  await atlas.press(atlas.tile('Jiangsu'));
  expect(await page.evaluate(() => window.sameDocument), 'the browser sends the form').toBeUndefined();
  await expect(page).toHaveURL(/province=jiangsu/);
  expect(visit.problems.filter((problem) => !problem.includes('works without JavaScript'))).toEqual([]);
  visit.problems.length = 0;
});

test('a part of the Wasm that does not come is asked for again', async ({ open }) => {
  const visit = await open(QINGLAN);
  const { page } = visit;
  await page.route('**/split_charts.wasm', (route) => route.abort());
  await unfoldOptions(page);
  await page.getByRole('link', { name: 'Bars', exact: true }).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('the server did not answer');
  await expect(page).toHaveURL(QINGLAN);
  await page.unroute('**/split_charts.wasm');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page).toHaveURL(`${QINGLAN}?form=bars`);
  await expect(notice).toHaveCount(0);
  await expect(page.locator('#chart-bars')).toHaveAttribute('aria-current', 'true');
  visit.problems.length = 0;
});

test('the first part of the Wasm is asked for again when it does not come', async ({ open }) => {
  const visit = await open('/methods');
  const { page } = visit;
  const left = { 'main.js': 1, 'main_bg.wasm': 1 };
  await page.route('**/pkg/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1);
    return left[name]-- > 0 ? route.abort() : route.continue();
  });
  await page.goto('/');
  await new Atlas(page).answersItself();
  expect(left['main.js']).toBeLessThan(1);
  expect(left['main_bg.wasm']).toBeLessThan(1);
  visit.problems.length = 0;
});

test('charts stay as they are when their data does not come, and a button asks again', async ({ open }) => {
  const visit = await open(QINGLAN);
  const { page } = visit;
  await page.route('**/fn/series*', (route) => route.fulfill({ status: 503, body: '' }));
  await unfoldOptions(page);
  await page.getByRole('link', { name: 'Bars', exact: true }).click();
  const notice = page.getByRole('alert');
  await expect(notice).toBeVisible();
  await expect(page.locator('#chart-line')).toHaveAttribute('aria-current', 'true');
  await page.unroute('**/fn/series*');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('#chart-bars')).toHaveAttribute('aria-current', 'true');
  await expect(notice).toHaveCount(0);
  visit.problems.length = 0;
});

test('an answer of another version loads the page again, once', async ({ open }) => {
  const visit = await open(QINGLAN);
  const { page } = visit;
  await page.route('**/fn/series*', (route) => route.fulfill({ status: 200, body: 'from another version' }));
  const loads = [];
  page.on('load', () => loads.push(page.url()));
  await unfoldOptions(page);
  await page.getByRole('link', { name: 'Bars', exact: true }).click();
  // The server draws the requested view.
  await expect(page.locator('#chart-bars')).toHaveAttribute('aria-current', 'true');
  await hydrated(page);
  await page.getByRole('link', { name: 'Lines', exact: true }).click();
  await expect(page).toHaveURL(QINGLAN);
  await expect.poll(() => loads.length).toBeGreaterThan(0);
  expect(loads.length).toBeLessThanOrEqual(2);
  visit.problems.length = 0;
});

test('what is typed before the list starts is taken over', async ({ open }) => {
  const visit = await open('/methods');
  const { page } = visit;
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/main_bg.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially('qinglan');
  await page.evaluate(() => window.scrollTo(0, 300));
  release();
  await new Atlas(page).answersItself();
  await expect(page).toHaveURL(/\?q=qinglan$/);
  await expect(page.getByRole('combobox', { name: 'Search' })).toHaveValue('qinglan');
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
});

for (const width of [1280, 390]) test(`on a slow line nothing moves while pages load, ${width} px wide`, async ({ open }) => {
  const { page } = await open('/methods', { width, height: 800 });
  const line = await page.context().newCDPSession(page);
  // 1.6 Mbit/s, the speed of a phone.
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.addInitScript(() => {
    window.moved = 0;
    const add = (list) => {
      for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved += shift.value;
    };
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/', QINGLAN, '/zh/compare?zones=haidu-new-area,qinglan-high-tech-zone', '/indicators/gdp', '/figures/k4p6c', '/sources/qinglan-article', '/data', '/methods']) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(1_500);
    expect(await page.evaluate(() => window.moved), path).toBeLessThan(0.02);
  }
});

test('Back shows the page that was left, from the cache of the browser', async ({ origin }) => {
  // Playwright disables this cache by default.
  const browser = await chromium.launch({
    executablePath: environment('CHROMIUM'),
    args: BROWSER_ARGUMENTS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/?q=qinglan`);
    await hydrated(page);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => persisted && (document.title = 'from the cache'));
      window.sameDocument = true;
    });
    await page.getByRole('link', { name: 'Qinglan High-tech Zone', exact: true }).click();
    await expect(page).toHaveURL(/\/zones\//);
    await hydrated(page);
    await page.evaluate(() => history.back());
    await expect(page).toHaveTitle('from the cache');
    expect(await page.evaluate(() => window.sameDocument)).toBe(true);
    await expect(page.getByRole('combobox', { name: 'Search' })).toHaveValue('qinglan');
  } finally {
    await browser.close();
  }
});

test('a page is fetched when a visitor is about to follow its link', async ({ browser, origin }) => {
  const early = [];
  const proxy = createServer((question, answer) => {
    if (question.headers['sec-purpose']) early.push(`${question.headers['sec-purpose']} ${question.url}`);
    const passed = ask(new URL(question.url, origin), { headers: question.headers, method: question.method }, (response) => {
      answer.writeHead(response.statusCode, response.headers);
      response.pipe(answer);
    });
    question.pipe(passed);
  });
  await new Promise((listening) => proxy.listen(0, '127.0.0.1', listening));
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${proxy.address().port}/methods`);
    await page.getByRole('link', { name: 'Data', exact: true }).hover();
    await expect.poll(() => early).toContain('prefetch /data');
  } finally {
    await page.close();
    proxy.closeAllConnections();
    proxy.close();
  }
});

/// Records the paths that a page requests from now on.
function paths(page) {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}
