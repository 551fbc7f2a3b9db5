// The query result: empty lists, highlighted words, the tray, and the list as a link or a file.

import { Atlas, ZONES, follow, mode } from './atlas.mjs';
import { expect, firstNumber, test } from './support.mjs';

for (const javaScript of [true, false]) {
  test(`an empty list names the filters to remove and how many zones each would give, ${mode(javaScript)}`, async ({ open }) => {
    const visit = await open('/', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    if (javaScript) await atlas.answersItself();
    const links = atlas.results.getByRole('link', { name: /^Without / });
    const goTo = (path) => (javaScript ? atlas.moved(() => follow(page, path)) : visit.go(path));
    for (const [query, filters] of [
      ['kind=border&province=jiangsu', ['the type', 'the province']],
      ['kind=border&city=changzhou&from=2000', ['the type', 'the city']],
      ['q=yunquan&city=changzhou', ['the search', 'the city']],
    ]) {
      await test.step(query, async () => {
        await goTo(`/?${query}`);
        await expect(links).toHaveText(filters.map((filter) => new RegExp(`^Without ${filter}: [\\d,]+ zones?$`)));
        for (const text of await links.allTextContents()) {
          await atlas.press(page.getByRole('link', { name: text, exact: true }));
          expect(await atlas.count()).toBe(firstNumber(text));
          await atlas.moved(() => page.goBack());
        }
      });
    }
    await goTo('/?q=no+such+zone&kind=border&province=hunan');
    await expect(page.getByText('Removing one filter is not enough')).toBeVisible();
    await expect(links).toHaveCount(0);
  });

  test(`the words found are marked, and a search with one wrong letter says so, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/?q=qinglan', { javaScript });
    const atlas = new Atlas(page, javaScript);
    const marks = atlas.results.locator('mark');
    const correction = page.getByText(/^No match for/);
    await expect(marks).toHaveText(['Qinglan', '青岚', 'Qinglan', '青岚']);
    const names = ['Qinglan High-tech Zone', 'Qinglan Economic Development Zone'];
    await expect(atlas.links()).toHaveText(names);
    await expect(correction).toHaveCount(0);

    const search = (words) => atlas.fill(page.getByLabel('Search'), words);
    await search('qimglan');
    await expect(correction).toHaveText('No match for “qimglan”. Showing similar names.');
    await expect(atlas.links()).toHaveText(names);
    await search('青岚');
    await expect(correction).toHaveCount(0);
    await expect(marks.filter({ hasText: /^青岚$/ }).first()).toBeVisible();
    await search('pharm');
    await expect(atlas.zones().filter({ hasText: /Industry: Pharm/ }).first()).toBeVisible();
    await expect(atlas.zones().filter({ hasText: /Company: .*Pharm/ }).first()).toBeVisible();
  });

  test(`the tray holds six zones and refuses a seventh, ${mode(javaScript)}`, async ({ open }) => {
    // Three zones are in the tray from the start, which saves full loads without JavaScript.
    const slugs = ['muyun-industrial-park', 'taiqiu-high-tech-zone', 'yuzan-high-tech-zone'];
    const { page } = await open(`/?province=jiangsu&sort=catalogue&${slugs.map((slug) => `pick=${slug}`).join('&')}`, { javaScript });
    const atlas = new Atlas(page, javaScript);
    const names = (await atlas.names()).slice(0, 7);
    expect(await atlas.picks()).toEqual(names.slice(0, 3));
    for (const number of [4, 5, 6]) {
      await atlas.change(() => atlas.pick(names[number - 1]).click());
      expect(await atlas.picks()).toEqual(names.slice(0, number));
    }
    await expect(atlas.pick(names[5])).toBeChecked();
    await expect(atlas.pick(names[6])).not.toBeChecked();
    await expect(atlas.tray.getByRole('link', { name: 'Compare 6 zones' })).toBeVisible();

    await atlas.press(atlas.tray.getByRole('link', { name: `Remove ${names[2]}`, exact: true }));
    const five = names.slice(0, 6).filter((name) => name !== names[2]);
    expect(await atlas.picks()).toEqual(five);
    await expect(atlas.pick(names[2])).not.toBeChecked();
    await atlas.change(() => atlas.pick(names[6]).click());
    expect(await atlas.picks()).toEqual([...five, names[6]]);
    await atlas.pick(names[2]).click();
    if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText('You can compare up to six zones').first()).toBeVisible();
    await atlas.ready();
    // Without JavaScript the form is sent in the order of the list, so the last zone of the list is the seventh.
    expect(await atlas.picks()).toEqual(javaScript ? [...five, names[6]] : names.slice(0, 6));
  });
}

test('the copied link opens the same state', async ({ open, origin }) => {
  const visit = await open('/?q=zhou&kind=etdz');
  const { page } = visit;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.press(atlas.tile('Jiangsu'));
  await atlas.unfold(page.getByLabel('Group by province'));
  await atlas.press(page.getByLabel('Group by province'));
  const state = await atlas.state();
  await page.getByText('Download or share').click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(state.address);
  await visit.go(copied);
  await atlas.ready();
  expect(await atlas.state()).toEqual(state);
});

test('the list can be downloaded in three formats', async ({ open, origin }) => {
  const { page } = await open('/');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.press(atlas.tile('Jiangsu'));
  await atlas.choose('High-tech zone');
  await atlas.sort('largest');
  const file = async (format) => {
    const href = await page.getByRole('link', { name: format, exact: true }).getAttribute('href');
    const response = await fetch(new URL(href, origin));
    expect(response.status).toBe(200);
    return response.text();
  };
  await page.getByText('Download or share').click();
  const names = await atlas.names();
  expect(names.length).toBe(await atlas.count());
  expect(names.length).toBeGreaterThan(5);
  // The texts of these zones contain neither commas nor line breaks, so they can be split there.
  const [head, ...lines] = (await file('CSV')).trimEnd().split(/\r?\n/);
  const column = head.split(',').indexOf('name_en');
  expect(lines.map((line) => line.split(',')[column])).toEqual(names);
  const { zones } = JSON.parse(await file('JSON'));
  expect(zones).toHaveLength(names.length);
  const { features } = JSON.parse(await file('GeoJSON'));
  expect(features).toHaveLength(names.length);
});

test('the page names every unknown value of the address, with and without the server', async ({ open }) => {
  const visit = await open('/');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const notices = atlas.results.locator('.notice');
  const expectNotices = async (words) => {
    await expect(notices).toContainText(words.map((word) => `“${word}”`));
    expect(await atlas.count()).toBe(ZONES);
  };
  for (const [query, words] of [
    ['province=atlantis&city=nowhere&decade=1890s&area=9-9&figures=maybe', ['atlantis', 'nowhere', '1890s', '9-9', 'maybe']],
    ['group=street&map=moon&zoom=mars&pick=no-such-zone&cautions=1', ['street', 'moon', 'mars', '1', 'no-such-zone']],
    ['known=luck&unknown=fate&sort=random&page=0', ['luck', 'fate', 'random', '0']],
  ]) {
    await test.step(query, async () => {
      // The router follows a link: the browser parses the URL.
      await follow(page, `/?${query}`);
      await expectNotices(words);
      // A full load: the server parses the URL, then the browser does.
      await visit.go(`/?${query}`);
      expect(visit.status).toBe(200);
      await atlas.answersItself();
      await expectNotices(words);
    });
  }
  await follow(page, '/?province=hunan&page=77');
  await expect(page.getByText('There is no page 77; this is the last page.')).toBeVisible();
});
