// The journey through the filters: narrow the atlas step by step, follow a zone, come back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, firstNumber, hydrated, settled, useSite } from './support.mjs';

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
    await atlas.expectAddress({ q: 'park', province: 'jiangsu', from: '2000', sort: 'newest' });
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
    await atlas.expectAddress({ kind: 'etdz', from: '1990', to: '2015' });
    assert.ok((await atlas.count()) > narrow);
    await atlas.press(page.getByRole('link', { name: 'Remove filter: since 1990' }));
    await atlas.expectAddress({ kind: 'etdz', to: '2015' });
    assert.equal(await page.getByLabel('From year').inputValue(), '');
    await atlas.press(page.getByRole('link', { name: 'Clear all filters' }));
    await atlas.expectAddress({});
    assert.equal(await atlas.count(), 2562);
    const { form, lifts } = await atlas.state();
    assert.deepEqual({ form, lifts }, { form: 'q=&from=&to=&known=&unknown=&sort=catalogue', lifts: [] });
    assertClean(visit);
  });

  test(`pages and order stand in the address, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/?province=hunan', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    const pages = page.getByRole('navigation', { name: 'Pages of the list' });
    const first = await atlas.names();
    assert.equal(first.length, 50);
    await atlas.press(pages.getByRole('link', { name: 'Next' }));
    await atlas.expectAddress({ province: 'hunan', page: '2' });
    const second = await atlas.names();
    assert.equal(second.filter((name) => first.includes(name)).length, 0, 'zones of page 1 on page 2');
    assert.equal(await pages.locator('[aria-current=page]').textContent(), '2');
    await page.getByText('51 to 100 of').waitFor();

    await atlas.sort('largest');
    await atlas.expectAddress({ province: 'hunan', sort: 'largest' });
    const areas = (await atlas.zones().allTextContents()).map(hectares).filter((area) => area !== undefined);
    assert.ok(areas.length > 10);
    assert.deepEqual(areas, [...areas].sort((one, other) => other - one));
    await page.goBack();
    await atlas.ready();
    assert.deepEqual(await atlas.names(), second);
    assert.equal(await page.getByLabel('Sort by').inputValue(), 'catalogue');
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
    await atlas.expectAddress({ q: 'liuyang', province: 'hunan' });
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

/// The atlas page as a visitor uses it.
class Atlas {
  constructor(page, javaScript) {
    this.page = page;
    this.javaScript = javaScript;
    this.results = page.getByRole('region', { name: 'Zones', exact: true });
  }

  tile(province) {
    return this.page.getByRole('button', { name: new RegExp(`^${province}: `) });
  }

  zones() {
    return this.results.getByRole('listitem').filter({ has: this.page.locator('a[href^="/zones/"]') });
  }

  names() {
    return this.results.locator('a[href^="/zones/"]').allTextContents();
  }

  async count() {
    return firstNumber(await this.results.getByText(/^[\d,]+ zones?$/).textContent());
  }

  /// Waits until the page shows what was asked for.
  async ready() {
    await (this.javaScript ? settled(this.page) : this.page.waitForLoadState());
  }

  /// Clicks a thing, or presses a key in it, that leads to another state at once.
  async press(thing, key) {
    const left = this.page.url();
    await (key ? thing.press(key) : thing.click());
    await this.page.waitForURL((url) => url.href !== left);
    await this.ready();
  }

  /// Chooses a box; gives the number of zones that was written beside it.
  async choose(label) {
    const box = this.page.getByRole('checkbox', { name: new RegExp(`^${label} ?[\\d,]+$`) });
    const text = await this.page.locator('label').filter({ has: box }).textContent();
    await this.#change(() => box.check());
    assert.equal(await box.isChecked(), true);
    return firstNumber(/[\d,]+$/.exec(text)?.[0]);
  }

  async fill(field, value) {
    await this.#change(async () => {
      await field.fill(value);
      await field.blur();
    });
    assert.equal(await field.inputValue(), value);
  }

  async sort(order) {
    await this.#change(() => this.page.getByLabel('Sort by').selectOption(order));
  }

  /// What is shown, what is in the address, and what every control says.
  async state() {
    const form = await this.page.evaluate(() => {
      const data = new FormData(document.getElementById('filter'));
      return new URLSearchParams(data).toString();
    });
    const pressed = await this.page.locator('button[aria-pressed=true]').all();
    const lifts = await this.page.getByRole('link', { name: /^Remove filter: / }).all();
    const label = async (thing) => (await thing.getAttribute('aria-label')) ?? '';
    return {
      address: this.page.url(),
      form,
      pressed: await Promise.all(pressed.map(async (tile) => (await tile.locator('.tile-name').textContent()) ?? '')),
      lifts: await Promise.all(lifts.map(async (link) => (await label(link)).replace('Remove filter: ', ''))),
      count: await this.count(),
      zones: await this.names(),
    };
  }

  /// The list holds this many zones, fewer than before, and the address says why.
  async expect(count, before, parameters) {
    assert.equal(await this.count(), count);
    assert.ok(count < before, `${count} zones are not fewer than ${before}`);
    await this.expectAddress(parameters);
  }

  /// The address holds these parameters; a form sends empty ones and the default order along.
  expectAddress(parameters) {
    const sent = [...new URL(this.page.url()).searchParams].filter(([, value]) => value !== '');
    const meant = sent.filter(([name, value]) => this.javaScript || name !== 'sort' || value !== 'catalogue');
    assert.deepEqual(meant.sort(), Object.entries(parameters).sort());
  }

  async #change(act) {
    const left = this.page.url();
    await act();
    if (!this.javaScript) await this.page.getByRole('button', { name: 'Apply' }).click();
    await this.page.waitForURL((url) => url.href !== left);
    await this.ready();
  }
}

function mode(javaScript) {
  return javaScript ? 'with JavaScript' : 'without JavaScript';
}

function yearOfApproval(text) {
  return Number(/Approved\D*?(\d{4})/.exec(text)?.[1]);
}

/// The area in a line of the list, in hectares; nothing where it is not known.
function hectares(text) {
  const found = /([\d,.]+) (ha|km²)/.exec(text);
  return found ? Number(found[1].replaceAll(',', '')) * (found[2] === 'ha' ? 1 : 100) : undefined;
}
