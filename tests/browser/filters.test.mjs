// Filters: narrow the list step by step, open a zone, come back, and remove the filters again.

import { Atlas, ZONES, mode, yearOfApproval } from './atlas.mjs';
import { expect, firstNumber, hydrated, test } from './support.mjs';

for (const javaScript of [true, false]) {
  test(`filters narrow the list, and Back and a reload restore it, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/', { javaScript });
    const atlas = new Atlas(page, javaScript);
    const all = await atlas.count();
    expect(all).toBe(ZONES);

    const inJiangsu = firstNumber(await atlas.tile('Jiangsu').textContent());
    await atlas.press(atlas.tile('Jiangsu'));
    await expect(atlas.tile('Jiangsu')).toHaveAttribute('aria-pressed', 'true');
    await atlas.expectFewer(inJiangsu, all, { province: 'jiangsu' });

    const highTech = await atlas.choose('High-tech zone');
    await atlas.expectFewer(highTech, inJiangsu, { province: 'jiangsu', kind: 'high-tech' });

    await page.getByText('Industry', { exact: true }).click();
    const newEnergy = await atlas.choose('New and clean energy');
    const withIndustry = { province: 'jiangsu', kind: 'high-tech', industry: 'new-energy' };
    await atlas.expectFewer(newEnergy, highTech, withIndustry);

    await atlas.fill(page.getByLabel('From year'), '2010');
    await atlas.fill(page.getByLabel('To year'), '2017');
    const approved = (await atlas.zones().allTextContents()).map(yearOfApproval);
    expect(approved.length).toBeGreaterThan(0);
    expect(approved.filter((year) => !(year >= 2010 && year <= 2017)), 'years outside the filter').toEqual([]);
    const withYears = { ...withIndustry, from: '2010', to: '2017' };
    await atlas.expectFewer(approved.length, newEnergy, withYears);

    await atlas.fill(page.getByLabel('Search'), 'qinglan');
    const found = await atlas.zones().count();
    expect(found).toBeGreaterThan(0);
    await atlas.expectFewer(found, approved.length, { ...withYears, q: 'qinglan' });

    const before = await atlas.state();
    expect(before.pressed).toEqual(['Jiangsu']);
    expect(before.lifts).toEqual(['“qinglan”', 'High-tech zone', 'Jiangsu', 'New and clean energy', 'since 2010', 'until 2017']);
    await atlas.zone('Qinglan High-tech Zone').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Qinglan High-tech Zone' })).toBeVisible();
    await expect(page).toHaveURL('/zones/qinglan-high-tech-zone');
    await page.goBack();
    await atlas.ready();
    expect(await atlas.state(), 'after Back').toEqual(before);

    await page.reload();
    if (javaScript) await hydrated(page);
    await atlas.ready();
    expect(await atlas.state(), 'after a reload').toEqual(before);
  });

  test(`each step back removes one filter, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/', { javaScript });
    const atlas = new Atlas(page, javaScript);
    const states = [await atlas.state()];
    await atlas.press(atlas.tile('Hunan'));
    states.push(await atlas.state());
    await atlas.choose('Provincial');
    states.push(await atlas.state());
    await atlas.choose('Economic development zone');
    for (const state of states.reverse()) {
      await page.goBack();
      await atlas.ready();
      expect(await atlas.state()).toEqual(state);
    }
  });

  test(`a second press on a tile removes its province and keeps the rest, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/?q=zone&province=hunan&province=jiangsu&from=2000&sort=newest', { javaScript });
    const atlas = new Atlas(page, javaScript);
    await atlas.press(atlas.tile('Hunan'));
    atlas.expectAddress({ q: 'zone', province: 'jiangsu', from: '2000', sort: 'newest' });
    expect((await atlas.state()).pressed).toEqual(['Jiangsu']);
    await atlas.press(atlas.tile('Anhui'));
    expect((await atlas.state()).pressed.sort()).toEqual(['Anhui', 'Jiangsu']);
  });

  test(`one link removes one filter, and one link removes all, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/?kind=etdz&province=hunan&from=1990&to=2015', { javaScript });
    const atlas = new Atlas(page, javaScript);
    const narrow = await atlas.count();
    await atlas.press(page.getByRole('link', { name: 'Remove filter: Hunan' }));
    atlas.expectAddress({ kind: 'etdz', from: '1990', to: '2015' });
    expect(await atlas.count()).toBeGreaterThan(narrow);
    await atlas.press(page.getByRole('link', { name: 'Remove filter: since 1990' }));
    atlas.expectAddress({ kind: 'etdz', to: '2015' });
    await expect(page.getByLabel('From year')).toHaveValue('');
    await atlas.press(page.getByRole('link', { name: 'Clear all filters' }));
    atlas.expectAddress({});
    expect(await atlas.count()).toBe(ZONES);
    const { form, lifts } = await atlas.state();
    expect(lifts).toEqual([]);
    // The form contains no filter either. The order of its controls does not matter.
    const fields = ['from=', 'known=', 'map=zones', 'q=', 'sort=automatic', 'to=', 'unknown='];
    expect(form.split('&').sort()).toEqual(fields);
  });

  test(`Enter in the search field searches, and does nothing else, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/?province=hunan', { javaScript });
    const atlas = new Atlas(page, javaScript);
    const field = page.getByLabel('Search');
    await field.fill('yunquan');
    if (javaScript) {
      // Typing has already searched, so Enter must change nothing.
      await expect(page).toHaveURL('/?q=yunquan&province=hunan');
      await field.press('Enter');
      await atlas.ready();
    } else {
      await atlas.press(field, 'Enter');
    }
    atlas.expectAddress({ q: 'yunquan', province: 'hunan' });
    expect((await atlas.state()).pressed).toEqual(['Hunan']);
  });

  test(`the other language shows the same state, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/?kind=etdz&province=hunan&page=1', { javaScript });
    const count = await new Atlas(page, javaScript).count();
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL((url) => url.pathname === '/zh');
    await expect(page.getByText(`${count}家`, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^湖南.*：/ })).toHaveAttribute('aria-pressed', 'true');
  });
}

test('typing keeps the focus and every letter, and adds one step to the history at most', async ({ open }) => {
  const { page } = await open('/?kind=etdz');
  const atlas = new Atlas(page);
  const field = page.getByLabel('Search');
  const asks = (words) => expect(page).toHaveURL((url) => url.searchParams.get('q') === words);
  const steps = () => page.evaluate(() => window.history.length);
  const before = await steps();
  await field.click();
  await page.keyboard.type('li yang economic');
  await asks('li yang economic');
  await atlas.ready();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('li yang economic');
  expect((await steps()) - before).toBeLessThanOrEqual(1);
  // Type letters in the middle of the text, each after the page has shown the result of the one before.
  for (let step = 0; step < 'economic'.length; step += 1) await page.keyboard.press('ArrowLeft');
  for (const [at, letter] of [...'big '].entries()) {
    await page.keyboard.type(letter);
    await asks(`li yang ${'big '.slice(0, at + 1)}economic`);
    await atlas.ready();
  }
  await expect(field).toHaveValue('li yang big economic');
});
