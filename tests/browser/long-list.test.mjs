// Lists of several pages: the whole catalogue, in pages of 100 zones. The small dataset has only one page.

import { Atlas, expectSameAsServed, follow, hectares, mode, namesIn, twoFrames } from './atlas.mjs';
import { expect, test } from './support.mjs';

test.use({ dataset: 'shipped' });

const pagesOf = (page) => page.getByRole('navigation', { name: 'Pages of the list' });
const currentPages = (page) => pagesOf(page).locator('[aria-current=page]');

for (const javaScript of [true, false]) {
  test(`page and order are in the address, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/?level=provincial', { javaScript });
    const atlas = new Atlas(page, javaScript);
    if (javaScript) await atlas.answersItself();
    await expect(atlas.links()).toHaveCount(100);
    // With JavaScript, scrolling loads four further pages, and the link leads to the page after them.
    if (javaScript) await atlas.toTheEnd(500);
    const first = await atlas.names();
    const next = javaScript ? 6 : 2;
    await atlas.press(pagesOf(page).getByRole('link', { name: 'Next' }));
    atlas.expectAddress({ level: 'provincial', page: String(next) });
    const second = await atlas.firstNames();
    expect(second).toHaveLength(100);
    expect(second.filter((name) => first.includes(name)), 'zones of earlier pages').toEqual([]);
    await expect(currentPages(page).first()).toHaveText(String(next));
    await expect(page.getByText(`${next - 1}01 to ${next}00 of`)).toBeVisible();

    await atlas.sort('largest');
    atlas.expectAddress({ level: 'provincial', sort: 'largest' });
    const areas = (await atlas.zones().allTextContents()).map(hectares).filter((area) => area !== undefined);
    expect(areas.length).toBeGreaterThan(10);
    expect(areas).toEqual([...areas].sort((one, other) => other - one));
    await page.goBack();
    await atlas.ready();
    expect(await atlas.firstNames()).toEqual(second);
    await expect(atlas.order()).toHaveValue('automatic');
  });
}

test('the browser shows the same pages of a long list as the server', async ({ open, origin }) => {
  const { page } = await open('/?q=liyang');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  for (const query of ['', 'page=3', 'province=jiangsu', 'level=national&kind=high-tech&sort=largest']) {
    await test.step(query || 'all zones', async () => {
      await follow(page, `/?${query}`);
      await expect(page.locator('#results')).toHaveAttribute('data-query', query);
      await atlas.ready();
      await expectSameAsServed(page, await (await fetch(`${origin}/?${query}`)).text());
    });
  }
});

test('further pages come as the visitor scrolls, can be searched, and then stop', async ({ open, origin }) => {
  const { page } = await open('/');
  const atlas = new Atlas(page);
  const served = async (number) => namesIn(page, await (await fetch(`${origin}/?page=${number}`)).text());
  await atlas.answersItself();
  await expect(atlas.links()).toHaveCount(100);
  await atlas.toTheEnd(500);
  const names = await atlas.names();
  const wanted = await Promise.all([1, 2, 3, 4, 5].map(served));
  expect(names, 'the zones of the first five pages').toEqual(wanted.flat());
  await expect(currentPages(page)).toHaveText(['1', '2', '3', '4', '5']);
  // The browser's own text search finds a zone of the fifth page, and no zone of the sixth.
  const finds = (text) => page.evaluate((words) => window.find(words, true, false, true), text);
  expect(await finds(names[450])).toBe(true);
  expect(await finds((await served(6))[50])).toBe(false);
  // The visitor can reach the footer, because the sixth page is loaded only on request.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.getByRole('contentinfo')).toBeInViewport();
  await twoFrames(page);
  await expect(atlas.links()).toHaveCount(500);
});

test('a long list after a short one shows its first page only', async ({ open }) => {
  const { page } = await open('/?q=liyang');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.press(page.getByRole('link', { name: 'Clear all filters' }));
  await twoFrames(page);
  await expect(atlas.links()).toHaveCount(100);
});

test('Back returns to the same place in a long list', async ({ open }) => {
  const { page } = await open('/?level=provincial');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.toTheEnd(400);
  const link = atlas.links().nth(350);
  await link.scrollIntoViewIfNeeded();
  const name = await link.textContent();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await atlas.ready();
  await expect(link).toHaveText(name);
  await expect(link).toBeInViewport();
});

test('picking a zone leaves a long list where it is', async ({ open }) => {
  const { page } = await open('/?level=provincial&pick=pudong-new-area');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.toTheEnd(500);
  const box = atlas.ticks().nth(350);
  await box.scrollIntoViewIfNeeded();
  await twoFrames(page);
  const name = await box.getAttribute('aria-label');
  const top = () => box.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  await atlas.press(box);
  await expect(box).toBeChecked();
  await twoFrames(page);
  await expect(box).toHaveAttribute('aria-label', name);
  await expect(atlas.links()).toHaveCount(500);
  await expect.poll(async () => Math.abs((await top()) - before), { message: 'pixels moved' }).toBeLessThanOrEqual(4);
});

test('a page number past the end shows the last page', async ({ open }) => {
  const { page } = await open('/?level=provincial&page=77');
  await expect(page.getByText('There is no page 77; this is the last page.')).toBeVisible();
  const last = await pagesOf(page).getByRole('listitem').last().textContent();
  await expect(currentPages(page)).toHaveText(last);
  await pagesOf(page).getByRole('link', { name: 'Previous' }).click();
  await expect(page).toHaveURL((url) => url.searchParams.get('page') === String(Number(last) - 1));
  await new Atlas(page).ready();
  await expect(page.getByText('There is no page')).toHaveCount(0);
});
