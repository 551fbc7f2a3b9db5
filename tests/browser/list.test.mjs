// The list under the map: the browser or the server finds the zones, typing adds steps to the history, pages open at
// their top. long-list.test.mjs tests lists of several pages.

import { Atlas, expectSameAsServed, follow, twoFrames } from './atlas.mjs';
import { expect, firstNumber, test } from './support.mjs';

/// States of every kind, as the page writes them in its URL.
const STATES = [
  '',
  'province=jiangsu',
  'level=national&kind=high-tech&sort=largest',
  'q=pharm&group=province',
  'industry=new-energy&from=2000&to=2010&sort=oldest',
  'decade=1990s&area=100-500&figures=without&map=year',
  'cautions=with&map=figures',
  'q=zhou&sort=industry&pick=haidu-new-area&pick=qinglan-high-tech-zone',
  'city=changzhou&sort=name-reversed&map=area&zoom=jiangsu',
  'q=qinglan',
  'q=%E9%9D%92%E5%B2%9A',
  'q=qimglan',
  'kind=border&city=changzhou',
];

test('the browser finds the zones without the server, and shows what the server would', async ({ open, origin }) => {
  const { page } = await open('/');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  // Move the focus away from the map. Otherwise the map would focus a tile when it shows the cities of a province.
  await page.locator('.brand').focus();
  // The first search loads the search code.
  await follow(page, '/?q=x');
  await atlas.ready();
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const query of STATES) {
    await test.step(query || 'all zones', async () => {
      await follow(page, `/?${query}`);
      await expect(page.locator('#results')).toHaveAttribute('data-query', query);
      await atlas.ready();
      await expectSameAsServed(page, await (await fetch(`${origin}/?${query}`)).text());
    });
  }
  expect(asked.filter((path) => path !== '/favicon.svg'), 'requests although the index is there').toEqual([]);
});

test('without the index the server finds the zones, and a button tries again', async ({ open }) => {
  const visit = await open('/methods');
  const { page } = visit;
  await page.route('**/data/index/*.bin', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('the server did not answer');
  const atlas = new Atlas(page, false);
  const inJiangsu = firstNumber(await atlas.tile('Jiangsu').textContent());
  await atlas.press(atlas.tile('Jiangsu'));
  expect(await atlas.count()).toBe(inJiangsu);
  await expect(page.locator('html')).not.toHaveAttribute('data-engine');
  // A box that is ticked before the index has arrived is used when it arrives.
  await expect(page.getByRole('alert')).toBeVisible();
  await atlas.unfold(atlas.box('High-tech zone'));
  await atlas.box('High-tech zone').check();
  await page.unroute('**/data/index/*.bin');
  await page.getByRole('button', { name: 'Try again' }).click();
  await new Atlas(page).answersItself();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page).toHaveURL(/province=jiangsu/);
  await expect(page).toHaveURL(/kind=high-tech/);
  // The browser reports only the missing index.
  const others = visit.problems.filter((problem) => !problem.includes('503') && !problem.includes('/data/index/'));
  expect(others).toEqual([]);
  visit.problems.length = 0;
});

test('typing adds one step to the history, and another after leaving the field or after a pause', async ({ open }) => {
  const { page } = await open('/?province=jiangsu');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const inJiangsu = await atlas.count();
  const field = page.getByLabel('Search');
  const asks = (words) => expect(page).toHaveURL((url) => (url.searchParams.get('q') ?? '') === words);
  const steps = () => page.evaluate(() => window.history.length);
  const before = await steps();
  await field.focus();
  await field.pressSequentially('qinglan');
  await asks('qinglan');
  expect(await steps()).toBe(before + 1);
  await field.blur();
  await field.press('End');
  await field.pressSequentially('gao');
  await asks('qinglangao');
  expect(await steps(), 'after leaving the field').toBe(before + 2);
  // The page treats 1.2 seconds without a key as a pause. The test must really wait: the timer ids of Playwright's
  // clock are larger than 32 bits, which the page cannot store.
  await page.waitForTimeout(1500);
  await field.pressSequentially(' xin');
  await asks('qinglangao xin');
  expect(await steps(), 'after a pause, although the first key is a space').toBe(before + 3);
  for (const words of ['qinglangao', 'qinglan', '']) {
    await atlas.moved(() => page.goBack());
    await expect(field).toHaveValue(words);
    await asks(words);
  }
  expect(await atlas.count()).toBe(inJiangsu);
  await atlas.moved(() => page.goForward());
  await expect(field).toHaveValue('qinglan');
  await expect(atlas.links()).toHaveCount(2);
});

test('a page opened by a link starts at its top, also after a step back', async ({ open }) => {
  const { page } = await open('/');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.press(atlas.ticks().nth(30));
  await atlas.moved(() => page.goBack());
  await atlas.links().nth(20).click();
  await expect(page).toHaveURL((url) => url.pathname.startsWith('/zones/'));
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await twoFrames(page);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});
