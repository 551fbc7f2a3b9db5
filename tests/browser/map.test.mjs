// The tile map and the years: how one moves over them, and what they say.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Atlas, mode } from './atlas.mjs';
import { assertClean, firstNumber, useSite } from './support.mjs';

const site = useSite();

for (const javaScript of [true, false]) {
  test(`the tiles come in the order of reading, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/', { javaScript });
    for (const path of ['/', '/?zoom=jiangsu']) {
      await visit.go(path);
      const places = await tiles(visit.page);
      assert.ok(places.length > 10);
      const read = [...places].sort((one, other) => one.top - other.top || one.left - other.left);
      assert.deepEqual(places, read, path);
      // With JavaScript the map is one stop of the Tab key, without it every tile is one.
      const stops = places.filter(({ tab }) => tab === 0).length;
      assert.equal(stops, javaScript ? 1 : places.length);
    }
    assertClean(visit);
  });
}

test('arrow keys move along the map, and stay at its edge', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  const focused = () => page.evaluate(() => document.activeElement.id);
  const where = async () => (await tiles(page)).find(({ focus }) => focus);
  await page.locator('.tile[tabindex="0"]').focus();
  const seen = [await focused()];
  const ways = { ArrowDown: ['top', 1], ArrowUp: ['top', -1], ArrowRight: ['left', 1], ArrowLeft: ['left', -1] };
  for (const [key, [side, sign]] of Object.entries(ways)) {
    // As far as it goes that way; each step leads that way, the last leads nowhere.
    for (let moved = true; moved; ) {
      const from = await where();
      await page.keyboard.press(key);
      const to = await where();
      moved = to.id !== from.id;
      if (moved) assert.ok(sign * (to[side] - from[side]) > 0, `${key}: ${from.id} to ${to.id}`);
      if (moved) seen.push(to.id);
      assert.equal((await tiles(page)).filter(({ tab }) => tab === 0).length, 1);
    }
  }
  assert.ok(new Set(seen).size > 10, seen.join(' '));
  // Whoever comes back to the map comes back to the tile that was left.
  const left = await focused();
  await page.keyboard.press('Tab');
  assert.notEqual(await focused(), left);
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), left);
  assertClean(visit);
});

for (const javaScript of [true, false]) {
  test(`a province opens into its cities, and the way back leads to all, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    const inJiangsu = firstNumber((await atlas.tile('Jiangsu').textContent()).replace(/^\D*/, ''));
    await atlas.press(atlas.tile('Jiangsu'));
    await atlas.press(atlas.panel.getByRole('link', { name: 'Cities of Jiangsu' }));
    atlas.expectAddress({ province: 'jiangsu', zoom: 'jiangsu' });
    await page.getByRole('heading', { name: 'Zones by city in Jiangsu' }).waitFor();
    assert.equal(await atlas.tile('Jiangsu').count(), 0);
    const labels = await page.locator('.tile .visually-hidden').allTextContents();
    assert.ok(labels.length >= 13);
    const inCities = labels.map((label) => firstNumber(label)).reduce((one, other) => one + other);
    const note = atlas.panel.getByText(/more whose city is not known/);
    const elsewhere = (await note.count()) ? firstNumber(await note.textContent()) : 0;
    assert.equal(inCities + elsewhere, inJiangsu);

    const inChangzhou = firstNumber(await atlas.tile('Changzhou').locator('.visually-hidden').textContent());
    await atlas.press(atlas.tile('Changzhou'));
    assert.equal(await atlas.count(), inChangzhou);
    assert.equal(await atlas.zones().filter({ hasText: 'Changzhou' }).count(), inChangzhou);
    await atlas.press(atlas.tile('Wuxi'));
    atlas.expectAddress({ province: 'jiangsu', zoom: 'jiangsu', city: ['changzhou', 'wuxi'] });
    const state = await atlas.state();
    assert.deepEqual(state.pressed.sort(), ['Changzhou', 'Wuxi']);

    await atlas.press(page.getByRole('link', { name: 'All provinces' }));
    assert.equal(await atlas.tile('Jiangsu').getAttribute('aria-pressed'), 'true');
    assert.equal(await atlas.count(), state.count, 'the cities stay chosen');
    await atlas.moved(() => page.goBack());
    assert.deepEqual(await atlas.state(), state);
    assertClean(visit);
  });
}

test('where its numbers cannot be had the map stands without them', async (t) => {
  const { page } = await site.open(t, '/methods');
  for (const address of ['**/api/zones*', '**/data/index-*']) {
    await page.route(address, (route) => route.abort());
  }
  await page.getByRole('link', { name: 'Atlas', exact: true }).click();
  const tile = page.locator('#province-jiangsu');
  await tile.waitFor();
  // What is not known is no zero.
  assert.equal(await tile.locator('.tile-count').textContent(), '');
  assert.equal(await page.locator('.choice-count').first().textContent(), '');
  assert.ok(await page.locator('#results').getByRole('alert').isVisible());
});

test('going into a province by keyboard keeps the focus on the map', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  const atlas = new Atlas(page);
  const onMap = () => page.evaluate(() => document.activeElement.closest('.map') !== null);
  await atlas.tile('Jiangsu').focus();
  await page.keyboard.press('Tab');
  await atlas.moved(() => page.keyboard.press('Enter'));
  atlas.expectAddress({ zoom: 'jiangsu' });
  assert.ok(await onMap(), 'after going in');
  await page.getByRole('link', { name: 'All provinces' }).focus();
  await atlas.moved(() => page.keyboard.press('Enter'));
  assert.ok(await onMap(), 'after going back');
  assertClean(visit);
});

for (const javaScript of [true, false]) {
  test(`what the tiles are shaded by can be chosen, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    const seen = new Set();
    for (const { name, value, legend, says } of [
      { name: 'Approved area', value: 'area', legend: 'Approved area, sum of the catalogue’s, in km²', says: 'Approved area' },
      { name: 'Year of approval', value: 'year', legend: 'Median year of approval', says: 'Median year of approval' },
      { name: 'With figures', value: 'figures', legend: 'Zones with figures beyond the lists', says: 'With figures beyond the lists' },
    ]) {
      await atlas.change(() => page.getByRole('radio', { name }).check());
      atlas.expectAddress({ map: value });
      assert.equal(await page.locator('.map-legend-title').textContent(), legend);
      const number = await atlas.tile('Jiangsu').locator('.tile-count').textContent();
      const spoken = await atlas.tile('Jiangsu').locator('.visually-hidden').textContent();
      assert.match(spoken, new RegExp(`^Jiangsu: 171 zones, 68 national, ${says}: ${number}( km²)?$`));
      seen.add(number);
      await checkLegend(page);
    }
    assert.equal(seen.size, 3);
    await atlas.change(() => page.getByRole('radio', { name: 'Zones', exact: true }).check());
    atlas.expectAddress({});
    assert.equal(await atlas.tile('Jiangsu').locator('.tile-count').textContent(), '171');
    await checkLegend(page);
    assertClean(visit);
  });
}

test('the panel says the numbers of the tile that is looked at', async (t) => {
  const visit = await site.open(t, '/?level=provincial');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const said = async () => ({
    name: await page.locator('.panel-name').textContent(),
    zones: firstNumber(await page.locator('.panel-count').textContent()),
    kinds: (await page.locator('.panel-kinds li').allTextContents()).map((text) => firstNumber(text)),
    sums: await page.locator('.panel-sums dd').allTextContents(),
  });
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
  const whole = await said();
  assert.equal(whole.name, 'All of them');
  assert.equal(whole.zones, await atlas.count());
  assert.equal(sum(whole.kinds), whole.zones);
  const zones = {};
  for (const [look, place] of [['hover', 'Jiangsu'], ['hover', 'Tianjin'], ['focus', 'Hunan'], ['focus', 'Xizang']]) {
    // What the pointer is over comes before what is in focus.
    if (look === 'focus') await page.mouse.move(0, 0);
    await atlas.tile(place)[look]();
    const told = await said();
    assert.equal(told.name, place);
    assert.equal(told.zones, firstNumber(await atlas.tile(place).locator('.tile-count').textContent()));
    assert.equal(sum(told.kinds), told.zones);
    zones[place] = told.zones;
    for (const [index, name] of ['Approved area', 'Year of approval', 'With figures'].entries()) {
      await atlas.change(() => page.getByRole('radio', { name }).evaluate((radio) => radio.click()));
      const number = await atlas.tile(place).locator('.tile-count').textContent();
      assert.equal(told.sums[index].replace(' km²', ''), number, `${name} of ${place}`);
    }
    await atlas.change(() => page.getByRole('radio', { name: 'Zones', exact: true }).evaluate((radio) => radio.click()));
  }
  await visit.go('/?level=provincial&province=hunan&province=jiangsu');
  const both = await said();
  assert.equal(both.name, 'Hunan, Jiangsu');
  assert.equal(both.zones, zones.Hunan + zones.Jiangsu);
  assert.equal(both.zones, await atlas.count());
  assertClean(visit);
});

test('a row lights its tile, and a tile its rows', async (t) => {
  const visit = await site.open(t, '/?q=changzhou');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const lit = (selector) => page.locator(`${selector}.lit`);
  assert.equal(await lit('.tile').count(), 0);
  const provinces = await page.locator('li.zone').evaluateAll((rows) => rows.map((row) => row.dataset.province));
  const own = provinces.filter((province) => province === 'jiangsu').length;
  assert.ok(own > 0);
  await atlas.zones().filter({ hasText: 'Jiangsu' }).first().hover();
  assert.deepEqual(await lit('.tile').locator('.tile-name').allTextContents(), ['Jiangsu']);
  await page.mouse.move(0, 0);
  await lit('.tile').waitFor({ state: 'detached' });
  await atlas.tile('Jiangsu').hover();
  assert.equal(await lit('li.zone').count(), own);
  await atlas.tile('Hainan').hover();
  assert.equal(await lit('li.zone').count(), provinces.filter((province) => province === 'hainan').length);
  // Among cities it is the tile of the city.
  await visit.go('/?q=changzhou&zoom=jiangsu');
  await atlas.zones().filter({ hasText: 'Changzhou' }).first().hover();
  assert.deepEqual(await lit('.tile').locator('.tile-name').allTextContents(), ['Changzhou']);
  assertClean(visit);
});

test('years are chosen by drawing across them, by a click and by sliders', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const steps = () => page.evaluate(() => window.history.length);
  const years = () => atlas.zones().allTextContents().then((texts) => texts.map((text) => Number(/Approved\D*(\d{4})/.exec(text)[1])));
  const first = page.getByRole('slider', { name: 'First year' });
  const last = page.getByRole('slider', { name: 'Last year' });
  const drawing = page.locator('.years-drawing');
  await drawing.scrollIntoViewIfNeeded();
  const area = await drawing.boundingBox();
  const place = (year) => area.x + (area.width * (year - 1984 + 0.5)) / 35;
  const middle = area.y + area.height / 2;

  let before = await steps();
  // Backwards, so that the end under the pointer becomes the first year.
  await page.mouse.move(place(2003), middle);
  await page.mouse.down();
  await page.mouse.move(place(1995), middle, { steps: 10 });
  await page.mouse.move(place(1997), middle, { steps: 4 });
  await page.mouse.up();
  await atlas.ready();
  atlas.expectAddress({ from: '1997', to: '2003' });
  assert.equal(await steps(), before + 1, 'one step for the whole movement');
  assert.deepEqual([await first.inputValue(), await last.inputValue()], ['1997', '2003']);
  assert.ok((await years()).every((year) => year >= 1997 && year <= 2003));
  assert.equal(await drawing.locator('svg:visible .year:not(.year-out)').count(), 7);

  await atlas.moved(() => page.mouse.click(place(2006), middle));
  atlas.expectAddress({ from: '2006', to: '2006' });
  await atlas.moved(() => page.mouse.click(place(2006), middle));
  atlas.expectAddress({});
  assert.equal(await atlas.count(), 2562);

  before = await steps();
  await first.focus();
  await atlas.moved(() => page.keyboard.press('ArrowRight'));
  atlas.expectAddress({ from: '1985' });
  assert.equal(await first.getAttribute('aria-valuetext'), '1985');
  await last.focus();
  await atlas.moved(() => page.keyboard.press('ArrowLeft'));
  atlas.expectAddress({ from: '1985', to: '2017' });
  assert.equal(await page.getByLabel('To year').inputValue(), '2017');
  // The ends do not pass each other.
  await atlas.moved(() => page.keyboard.press('Home'));
  atlas.expectAddress({ from: '1985', to: '1985' });
  assert.equal(await last.inputValue(), '1985');
  await atlas.moved(() => page.goBack());
  atlas.expectAddress({ from: '1985', to: '2017' });
  assertClean(visit);
});

test('playing adds the years one by one, as one step, and can be stopped', async (t) => {
  const visit = await site.open(t, '/?from=2010&to=2014');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const play = page.getByRole('button', { name: 'Play' });
  const stop = page.getByRole('button', { name: 'Stop' });
  const whole = await atlas.count();
  const before = await page.evaluate(() => window.history.length);
  // Every number that the list has had, however shortly.
  await page.evaluate(() => {
    window.counts = [];
    const count = document.querySelector('.results-count');
    const note = () => window.counts.push(Number(count.textContent.replace(/\D/g, '')));
    new MutationObserver(note).observe(count, { characterData: true, childList: true, subtree: true });
  });
  await play.click();
  await stop.waitFor();
  await play.waitFor();
  atlas.expectAddress({ from: '2010', to: '2014' });
  const counts = await page.evaluate(() => window.counts);
  assert.equal(counts.length, 5, `numbers of the list: ${counts}`);
  assert.ok(counts.every((count, n) => n === 0 || count > counts[n - 1]), `numbers of the list: ${counts}`);
  assert.equal(counts.at(-1), whole);
  assert.equal(await page.evaluate(() => window.history.length), before + 1);

  await visit.go('/?from=1990');
  await atlas.answersItself();
  await play.click();
  await page.waitForFunction(() => Number(new URLSearchParams(location.search).get('to')) >= 1992);
  await stop.click();
  await play.waitFor();
  const stopped = page.url();
  // Longer than a year stands: nothing but time can show that nothing comes.
  await page.waitForTimeout(800);
  assert.equal(page.url(), stopped);
  assertClean(visit);
});

test('who wants less motion is not offered to play', async (t) => {
  const visit = await site.open(t, '/');
  const play = visit.page.getByRole('button', { name: 'Play' });
  assert.equal(await play.count(), 1);
  await visit.page.emulateMedia({ reducedMotion: 'reduce' });
  assert.equal(await play.count(), 0);
  assertClean(visit);
});

/// The tiles as they follow one another in the document, and where they stand.
function tiles(page) {
  return page.locator('.tile').evaluateAll((found) =>
    found.map((tile) => {
      // From the top of the page: a tile that comes into focus may scroll it.
      const { y, left } = tile.getBoundingClientRect();
      const top = y + window.scrollY;
      const focus = tile === document.activeElement;
      return { id: tile.id, top: Math.round(top), left: Math.round(left), tab: tile.tabIndex, focus };
    }),
  );
}

/// Each tile has the shade that the legend gives for its number.
async function checkLegend(page) {
  const steps = await page.locator('.map-legend-steps li').allTextContents();
  assert.equal(steps[0], 'none');
  const ranges = steps.slice(1).map((text) => text.replaceAll(',', '').replace('+', '–Infinity').split('–').map(Number));
  const found = await page.locator('.tile').evaluateAll((all) =>
    all.map((tile) => [tile.querySelector('.tile-count').textContent, /shade-(\d)/.exec(tile.className)[1]]),
  );
  for (const [text, shade] of found) {
    const number = Number(text.replaceAll(',', ''));
    const step = ranges.findIndex(([least, most = least]) => number >= least && number <= most) + 1;
    assert.equal(Number(shade), step, `${text} among ${steps}`);
  }
}
