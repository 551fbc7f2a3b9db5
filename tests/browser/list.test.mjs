// The list under the map: who answers, how far it goes, and where one stands in it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Atlas, follow, twoFrames } from './atlas.mjs';
import { assertClean, useSite } from './support.mjs';

const site = useSite();

/// States of every sort, in the canonical order of their parts. The long lists come first: at the end of a short one
/// further pages would be on their way.
const STATES = [
  '',
  'page=3',
  'province=jiangsu',
  'level=national&kind=high-tech&sort=largest',
  'q=pharm&group=province',
  'industry=new-energy&from=2000&to=2010&sort=oldest',
  'decade=1990s&area=100-500&figures=without&map=year',
  'cautions=with&map=figures',
  'q=zhou&sort=industry&pick=pudong-new-area&pick=liyang-high-tech-zone',
  'city=changzhou&sort=name-reversed&map=area&zoom=jiangsu',
  'q=liyang',
  'q=%E6%BA%A7%E9%98%B3',
  'q=liyamg',
  'kind=border&city=changzhou',
];

test('the browser answers by itself, and says what the server says', async (t) => {
  const visit = await site.open(t, '/methods');
  const { page } = visit;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Atlas', exact: true }).click();
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.ready();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const query of STATES) {
    await t.test(query || 'all zones', async () => {
      await follow(page, `/?${query}`);
      await atlas.ready();
      assert.equal(await page.locator('#results').getAttribute('data-query'), query);
      const [here, there] = [await said(page), await said(page, await served(`/?${query}`))];
      for (const part of Object.keys(there)) assert.equal(difference(here[part], there[part]), undefined, part);
    });
  }
  const found = asked.map((url) => new URL(url).pathname).filter((path) => /^\/(api|data)\//.test(path));
  assert.deepEqual(found, [], 'asked of the server although the index was there');
  assertClean(visit);
});

test('until the index has come, the server answers', async (t) => {
  const visit = await site.open(t, '/methods');
  const { page } = visit;
  await page.route('**/data/index-*.bin', (route) => route.fulfill({ status: 503, body: '' }));
  await visit.go('/');
  const atlas = new Atlas(page);
  const answer = page.waitForResponse((response) => new URL(response.url()).pathname.startsWith('/api/'));
  await atlas.press(atlas.tile('Jiangsu'));
  assert.equal((await answer).status(), 200);
  assert.equal(await atlas.count(), 171);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.engine), undefined);
  const others = visit.problems.filter((problem) => !problem.includes('503') && !problem.includes('/data/index-'));
  assert.deepEqual(others, []);
});

test('typing makes one step, and a new one after leaving the field or after a pause', async (t) => {
  const visit = await site.open(t, '/?province=jiangsu');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const field = page.getByLabel('Search');
  const steps = () => page.evaluate(() => window.history.length);
  const type = async (text, whole) => {
    await field.pressSequentially(text);
    await page.waitForURL((url) => url.searchParams.get('q') === whole);
  };
  const before = await steps();
  await field.focus();
  await type('liyang', 'liyang');
  assert.equal(await steps(), before + 1);
  await field.blur();
  await field.press('End');
  await type('gao', 'liyanggao');
  assert.equal(await steps(), before + 2, 'after leaving the field');
  // The pause is nothing but time; a clock of the test's own counts its timers in numbers too large for the page.
  await page.waitForTimeout(1500);
  await type(' xin', 'liyanggao xin');
  assert.equal(await steps(), before + 3, 'after a pause, although the first key is a space');
  for (const words of ['liyanggao', 'liyang', '']) {
    await atlas.moved(() => page.goBack());
    assert.equal(await field.inputValue(), words);
    assert.equal(new URL(page.url()).searchParams.get('q') ?? '', words);
  }
  assert.equal(await atlas.count(), 171);
  await atlas.moved(() => page.goForward());
  assert.equal(await field.inputValue(), 'liyang');
  assert.equal((await atlas.names()).length, 2);
  assertClean(visit);
});

test('further pages come by themselves, can be searched, and then stop', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  assert.equal((await atlas.names()).length, 100);
  await atlas.toTheEnd(500);
  const names = await atlas.names();
  // What comes by itself is what stands on the pages.
  const wanted = [];
  for (let number = 1; number <= 5; number += 1) wanted.push(...(await said(page, await served(`/?page=${number}`))).names);
  assert.deepEqual(names, wanted);
  const pages = page.getByRole('navigation', { name: 'Pages of the list' });
  assert.deepEqual(await pages.locator('[aria-current=page]').allTextContents(), ['1', '2', '3', '4', '5']);
  // The text search of the browser finds a zone of the last of them, and nothing of the page after it.
  const finds = (text) => page.evaluate((words) => window.find(words, true, false, true), text);
  assert.equal(await finds(names[450]), true);
  assert.equal(await finds((await said(page, await served('/?page=6'))).names[50]), false);
  // The foot of the page can be reached: a sixth page comes only when it is asked for.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  assert.ok(await page.getByRole('contentinfo').isVisible());
  await twoFrames(page);
  assert.equal((await atlas.names()).length, 500);
  assertClean(visit);
});

test('a long list after a short one begins with its first page', async (t) => {
  const visit = await site.open(t, '/?q=liyang');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.press(page.getByRole('link', { name: 'Clear all filters' }));
  await twoFrames(page);
  assert.equal((await atlas.names()).length, 100);
  assertClean(visit);
});

test('Back returns to the place in a deep list', async (t) => {
  const visit = await site.open(t, '/?level=provincial');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.toTheEnd(400);
  const link = atlas.results.locator('a[href^="/zones/"]').nth(350);
  await link.scrollIntoViewIfNeeded();
  const name = await link.textContent();
  await link.click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  await page.goBack();
  await atlas.ready();
  await link.waitFor();
  assert.equal(await link.textContent(), name);
  // The zone that was left is in the window again, wherever in it.
  await isThere(link, 450, 450);
  assertClean(visit);
});

test('taking a zone into the tray leaves a deep list where it is', async (t) => {
  const visit = await site.open(t, '/?level=provincial&pick=pudong-new-area');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.toTheEnd(500);
  const button = atlas.results.getByRole('button', { name: /^Compare / }).nth(350);
  await button.scrollIntoViewIfNeeded();
  await twoFrames(page);
  const name = await button.getAttribute('aria-label');
  const top = await button.evaluate((element) => element.getBoundingClientRect().top);
  await atlas.press(button);
  await page.locator('button[aria-pressed=true]', { hasText: 'Compare' }).waitFor();
  await twoFrames(page);
  assert.equal(await button.getAttribute('aria-label'), name);
  assert.equal((await atlas.names()).length, 500);
  await isThere(button, top, 4);
  assertClean(visit);
});

test('a page that a link opens begins at its top, also after a step back', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.press(atlas.results.getByRole('button', { name: /^Compare / }).nth(40));
  await atlas.moved(() => page.goBack());
  await atlas.results.locator('a[href^="/zones/"]').nth(30).click();
  await page.waitForURL('**/zones/*');
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await twoFrames(page);
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  assertClean(visit);
});

async function served(path) {
  return (await fetch(site.origin + path)).text();
}

/// What the page says, or the server's answer as this browser reads it: the names of the zones, and every text, label and
/// link of the map, the filters and the list.
function said(page, html) {
  return page.evaluate((text) => {
    const root = text === undefined ? document : new DOMParser().parseFromString(text, 'text/html');
    const words = (selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    return {
      names: words('#results a.zone-name'),
      tiles: words('.tile'),
      labels: [...root.querySelectorAll('main [aria-label]')].map((one) => one.getAttribute('aria-label')),
      links: [...root.querySelectorAll('main a')].map((one) => one.getAttribute('href')),
      parts: words('.map, .years-section, .filters, #results, .tray'),
    };
  }, html);
}

/// Where two lists of texts differ first, in a few words; nothing where they do not.
function difference(here, there) {
  const at = Array.from({ length: Math.max(here.length, there.length) }).findIndex((_, n) => here[n] !== there[n]);
  if (at < 0) return undefined;
  const [one, other] = [here[at] ?? '', there[at] ?? ''];
  const letter = Math.max(0, [...one].findIndex((_, n) => one[n] !== other[n]) - 20);
  return `no. ${at}: here “${one.slice(letter, letter + 80)}”, on the server “${other.slice(letter, letter + 80)}”`;
}

/// Waits until a thing stands so far below the upper edge of the window, give or take some pixels.
async function isThere(thing, meant, slack) {
  const top = () => thing.evaluate((element) => element.getBoundingClientRect().top);
  for (let tries = 0; tries < 30 && Math.abs((await top()) - meant) > slack; tries += 1) await twoFrames(thing.page());
  assert.ok(Math.abs((await top()) - meant) <= slack, `at ${await top()}, was at ${meant}`);
}
