// The journey through the filters: narrow the atlas step by step, follow a zone, come back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Atlas, hectares, mode, yearOfApproval } from './atlas.mjs';
import { assertClean, firstNumber, hydrated, useSite } from './support.mjs';

const site = useSite();

for (const javaScript of [true, false]) {
  test(`filters narrow the list, and Back finds them as they were, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/', { javaScript });
    const { page } = visit;
    if (javaScript) await page.evaluate(() => (window.unbroken = true));
    const atlas = new Atlas(page, javaScript);
    const all = await atlas.count();
    assert.equal(all, 2562);

    const inJiangsu = firstNumber(await atlas.tile('Jiangsu').textContent());
    await atlas.press(atlas.tile('Jiangsu'));
    assert.equal(await atlas.tile('Jiangsu').getAttribute('aria-pressed'), 'true');
    await atlas.expect(inJiangsu, all, { province: 'jiangsu' });

    const highTech = await atlas.choose('High-tech');
    await atlas.expect(highTech, inJiangsu, { province: 'jiangsu', kind: 'high-tech' });

    await page.getByText('Leading industry', { exact: true }).click();
    const newEnergy = await atlas.choose('New and clean energy');
    const withIndustry = { province: 'jiangsu', kind: 'high-tech', industry: 'new-energy' };
    await atlas.expect(newEnergy, highTech, withIndustry);

    await atlas.fill(page.getByLabel('From year'), '2010');
    await atlas.fill(page.getByLabel('To year'), '2017');
    const approved = (await atlas.zones().allTextContents()).map(yearOfApproval);
    assert.ok(approved.length > 0);
    assert.ok(approved.every((year) => year >= 2010 && year <= 2017), `approved in ${approved}`);
    const withYears = { ...withIndustry, from: '2010', to: '2017' };
    await atlas.expect(approved.length, newEnergy, withYears);

    await atlas.fill(page.getByLabel('Search'), 'zhou');
    const found = await atlas.zones().count();
    assert.ok(found > 0);
    await atlas.expect(found, approved.length, { ...withYears, q: 'zhou' });

    const before = await atlas.state();
    assert.deepEqual(before.pressed, ['Jiangsu']);
    const chips = ['“zhou”', 'High-tech', 'Jiangsu', 'New and clean energy', 'since 2010', 'until 2017'];
    assert.deepEqual(before.lifts, chips);
    await page.getByRole('link', { name: 'Liyang High-tech Zone', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Liyang High-tech Zone' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/zones/liyang-high-tech-zone');
    await page.goBack();
    await atlas.ready();
    assert.deepEqual(await atlas.state(), before);

    if (javaScript) assert.equal(await page.evaluate(() => window.unbroken), true, 'a page was loaded in full');
    await page.reload();
    if (javaScript) await hydrated(page);
    assert.deepEqual(await atlas.state(), before, 'after a reload');
    assertClean(visit);
  });

  test(`each step back takes one filter away, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/', { javaScript });
    const atlas = new Atlas(visit.page, javaScript);
    const states = [await atlas.state()];
    await atlas.press(atlas.tile('Hunan'));
    states.push(await atlas.state());
    await atlas.choose('Provincial');
    states.push(await atlas.state());
    await atlas.choose('Economic');
    for (const state of states.reverse()) {
      await visit.page.goBack();
      await atlas.ready();
      assert.deepEqual(await atlas.state(), state);
    }
    assertClean(visit);
  });

  test(`a chosen tile takes its province back and leaves the rest, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/?q=park&province=hunan&province=jiangsu&from=2000&sort=newest', { javaScript });
    const atlas = new Atlas(visit.page, javaScript);
    await atlas.press(atlas.tile('Hunan'));
    atlas.expectAddress({ q: 'park', province: 'jiangsu', from: '2000', sort: 'newest' });
    assert.deepEqual((await atlas.state()).pressed, ['Jiangsu']);
    await atlas.press(atlas.tile('Anhui'));
    assert.deepEqual((await atlas.state()).pressed.sort(), ['Anhui', 'Jiangsu']);
    assertClean(visit);
  });

  test(`chips lift one filter each, and one link all, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/?kind=etdz&province=hunan&from=1990&to=2015', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    const narrow = await atlas.count();
    await atlas.press(page.getByRole('link', { name: 'Remove filter: Hunan' }));
    atlas.expectAddress({ kind: 'etdz', from: '1990', to: '2015' });
    assert.ok((await atlas.count()) > narrow);
    await atlas.press(page.getByRole('link', { name: 'Remove filter: since 1990' }));
    atlas.expectAddress({ kind: 'etdz', to: '2015' });
    assert.equal(await page.getByLabel('From year').inputValue(), '');
    await atlas.press(page.getByRole('link', { name: 'Clear all filters' }));
    atlas.expectAddress({});
    assert.equal(await atlas.count(), 2562);
    const { form, lifts } = await atlas.state();
    assert.deepEqual(lifts, []);
    // The form has nothing left either; in which order its controls stand is no matter.
    const fields = ['from=', 'known=', 'map=zones', 'q=', 'sort=catalogue', 'to=', 'unknown='];
    assert.deepEqual(form.split('&').sort(), fields);
    assertClean(visit);
  });

  test(`pages and order stand in the address, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/?level=provincial', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    const pages = page.getByRole('navigation', { name: 'Pages of the list' });
    if (javaScript) await atlas.answersItself();
    assert.equal((await atlas.names()).length, 100);
    // With JavaScript four further pages come by themselves, and the link leads to the one after them.
    if (javaScript) await atlas.toTheEnd(500);
    const first = await atlas.names();
    const next = javaScript ? 6 : 2;
    await atlas.press(pages.getByRole('link', { name: 'Next' }));
    atlas.expectAddress({ level: 'provincial', page: String(next) });
    const second = await atlas.firstNames();
    assert.equal(second.length, 100);
    assert.equal(second.filter((name) => first.includes(name)).length, 0, 'zones of earlier pages');
    assert.equal(await pages.locator('[aria-current=page]').first().textContent(), String(next));
    await page.getByText(`${next - 1}01 to ${next}00 of`).waitFor();

    await atlas.sort('largest');
    atlas.expectAddress({ level: 'provincial', sort: 'largest' });
    const areas = (await atlas.zones().allTextContents()).map(hectares).filter((area) => area !== undefined);
    assert.ok(areas.length > 10);
    assert.deepEqual(areas, [...areas].sort((one, other) => other - one));
    await page.goBack();
    await atlas.ready();
    assert.deepEqual(await atlas.firstNames(), second);
    assert.equal(await atlas.order().inputValue(), 'catalogue');
    assertClean(visit);
  });

  test(`Enter in the search field searches, and does nothing else, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/?province=hunan', { javaScript });
    const atlas = new Atlas(visit.page, javaScript);
    const field = visit.page.getByLabel('Search');
    await field.fill('liuyang');
    // With JavaScript the letters have searched already, and Enter changes nothing.
    if (javaScript) {
      await visit.page.waitForURL((url) => url.searchParams.get('q') === 'liuyang');
      await field.press('Enter');
    } else {
      await atlas.press(field, 'Enter');
    }
    atlas.expectAddress({ q: 'liuyang', province: 'hunan' });
    assert.deepEqual((await atlas.state()).pressed, ['Hunan']);
    assertClean(visit);
  });

  test(`the other language shows the same state, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/?kind=etdz&province=hunan&page=1', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    const count = await atlas.count();
    await page.getByRole('link', { name: '中文' }).click();
    await page.waitForURL((url) => url.pathname === '/zh');
    await page.getByText(`${count}家`, { exact: true }).first().waitFor();
    assert.equal(await page.getByRole('button', { name: /^湖南.*：/ }).getAttribute('aria-pressed'), 'true');
    assertClean(visit);
  });
}

test('typing keeps the focus and every letter, and adds one step to the history at most', async (t) => {
  const visit = await site.open(t, '/?kind=etdz');
  const { page } = visit;
  const atlas = new Atlas(page, true);
  const steps = () => page.evaluate(() => window.history.length);
  const before = await steps();
  await page.getByLabel('Search').click();
  await page.keyboard.type('li yang economic');
  await atlas.ready();
  await page.waitForURL((url) => url.searchParams.get('q') === 'li yang economic');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q');
  assert.equal(await page.getByLabel('Search').inputValue(), 'li yang economic');
  assert.ok((await steps()) - before <= 1, 'steps added to the history');
  // One letter after the other, each with time for an answer, in the middle of the text.
  for (let step = 0; step < 'economic'.length; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('big ', { delay: 150 });
  await atlas.ready();
  assert.equal(await page.getByLabel('Search').inputValue(), 'li yang big economic');
  assertClean(visit);
});
