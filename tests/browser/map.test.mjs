// The tile map and the chart of years: their controls and their texts.

import { Atlas, mode, yearOfApproval } from './atlas.mjs';
import { expect, firstNumber, test } from './support.mjs';

/// The numbers that the map shows for Jiangsu.
const JIANGSU = { zones: 14, national: 7 };

test('without JavaScript tiles come in reading order, and each is a stop of the Tab key', async ({ open }) => {
  const visit = await open('/', { javaScript: false });
  for (const path of ['/', '/?zoom=jiangsu']) {
    await visit.go(path);
    const found = await tiles(visit.page);
    expectReadingOrder(found);
    expect(found.every(({ tab }) => tab === 0)).toBe(true);
  }
});

test('tiles come in reading order, the map is one stop of the Tab key, and arrow keys go along it', async ({ open }) => {
  const visit = await open('/?zoom=jiangsu');
  const { page } = visit;
  const stops = async () => (await tiles(page)).filter(({ tab }) => tab === 0).length;
  expectReadingOrder(await tiles(page));
  expect(await stops()).toBe(1);
  await visit.go('/');
  expectReadingOrder(await tiles(page));
  expect(await stops()).toBe(1);

  const focused = async () => (await tiles(page)).find(({ focus }) => focus);
  await page.locator('.tile[tabindex="0"]').focus();
  let here = await focused();
  const seen = [here.id];
  for (const [key, side, sign] of [
    ['ArrowDown', 'top', 1],
    ['ArrowUp', 'top', -1],
    ['ArrowRight', 'left', 1],
    ['ArrowLeft', 'left', -1],
  ]) {
    // Each step moves the focus in this direction. At the edge of the map the focus stays.
    for (let moved = true; moved; ) {
      await page.keyboard.press(key);
      const next = await focused();
      moved = next.id !== here.id;
      if (moved) {
        expect(sign * (next[side] - here[side]), `${key}: ${here.id} to ${next.id}`).toBeGreaterThan(0);
        seen.push(next.id);
      }
      here = next;
      expect(await stops()).toBe(1);
    }
  }
  expect(new Set(seen).size, seen.join(' ')).toBeGreaterThan(10);
  // Tab leaves the map, and Shift+Tab returns to the last tile.
  const left = page.locator(`#${here.id}`);
  await page.keyboard.press('Tab');
  await expect(left).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(left).toBeFocused();
});

for (const javaScript of [true, false]) {
  test(`a province opens into its cities, and a link leads back to all provinces, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/', { javaScript });
    const atlas = new Atlas(page, javaScript);
    const label = (place) => atlas.tile(place).locator('.visually-hidden').textContent();
    const inJiangsu = firstNumber(await label('Jiangsu'));
    await atlas.press(atlas.tile('Jiangsu'));
    await atlas.press(atlas.panel.getByRole('link', { name: 'Cities of Jiangsu' }));
    atlas.expectAddress({ province: 'jiangsu', zoom: 'jiangsu' });
    await expect(page.getByRole('heading', { name: 'Zones by city in Jiangsu' })).toBeVisible();
    await expect(atlas.tile('Jiangsu')).toHaveCount(0);
    // The zones in the cities and the zones without a city add up to the province.
    const labels = await page.locator('.tile .visually-hidden').allTextContents();
    expect(labels.length).toBeGreaterThanOrEqual(13);
    const inCities = labels.map((text) => firstNumber(text)).reduce((one, other) => one + other);
    const note = atlas.panel.getByText(/more: no city, or city unknown/);
    const elsewhere = (await note.count()) ? firstNumber(await note.textContent()) : 0;
    expect(inCities + elsewhere).toBe(inJiangsu);

    const inChangzhou = firstNumber(await label('Changzhou'));
    expect(inChangzhou).toBeGreaterThan(0);
    await atlas.press(atlas.tile('Changzhou'));
    expect(await atlas.count()).toBe(inChangzhou);
    await expect(atlas.zones().filter({ hasText: 'Changzhou' })).toHaveCount(inChangzhou);
    await atlas.press(atlas.tile('Wuxi'));
    atlas.expectAddress({ province: 'jiangsu', zoom: 'jiangsu', city: ['changzhou', 'wuxi'] });
    const state = await atlas.state();
    expect(state.count).toBeGreaterThan(inChangzhou);
    expect([...state.pressed].sort()).toEqual(['Changzhou', 'Wuxi']);

    await atlas.press(page.getByRole('link', { name: 'All provinces' }));
    await expect(atlas.tile('Jiangsu')).toHaveAttribute('aria-pressed', 'true');
    expect(await atlas.count(), 'the cities stay chosen').toBe(state.count);
    await atlas.moved(() => page.goBack());
    expect(await atlas.state()).toEqual(state);
  });
}

test('going into a province and back by keyboard keeps the focus on the map', async ({ open }) => {
  const { page } = await open('/');
  const atlas = new Atlas(page);
  const onMap = page.locator('.map :focus');
  await atlas.tile('Jiangsu').focus();
  await page.keyboard.press('Tab');
  await atlas.moved(() => page.keyboard.press('Enter'));
  atlas.expectAddress({ zoom: 'jiangsu' });
  await expect(onMap).toHaveCount(1);
  await page.getByRole('link', { name: 'All provinces' }).focus();
  await atlas.moved(() => page.keyboard.press('Enter'));
  atlas.expectAddress({});
  await expect(onMap).toHaveCount(1);
});

for (const javaScript of [true, false]) {
  test(`the number that shades the tiles can be chosen, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/', { javaScript });
    const atlas = new Atlas(page, javaScript);
    const jiangsu = atlas.tile('Jiangsu');
    const numbers = new Set();
    for (const { name, value, legend, says } of [
      { name: 'Approved area', value: 'area', legend: 'Total approved area in the catalogue, km²', says: 'Approved area' },
      { name: 'Year of approval', value: 'year', legend: 'Median year of approval', says: 'Median year of approval' },
      { name: 'Zones with data', value: 'figures', legend: 'Zones with data', says: 'Zones with data' },
    ]) {
      await atlas.measure(name);
      atlas.expectAddress({ map: value });
      await expect(page.locator('.map-legend-title')).toHaveText(legend);
      const number = await jiangsu.locator('.tile-count').textContent();
      const { zones, national } = JIANGSU;
      await expect(jiangsu.locator('.visually-hidden'))
        .toHaveText(new RegExp(`^Jiangsu: ${zones} zones, ${national} national, ${says}: ${number}( km²)?$`));
      numbers.add(number);
      await expectShadesOfLegend(page);
    }
    expect(numbers.size).toBe(3);
    await atlas.measure('Zones');
    atlas.expectAddress({});
    await expect(jiangsu.locator('.tile-count')).toHaveText(`${JIANGSU.zones}`);
    await expectShadesOfLegend(page);
  });
}

test('the panel says the numbers of the tile under the pointer or in focus', async ({ open }) => {
  const visit = await open('/?level=provincial');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const name = page.locator('.panel-name');
  const read = async () => ({
    zones: firstNumber(await page.locator('.panel-count').textContent()),
    kinds: (await page.locator('.panel-kinds li').allTextContents()).map((text) => firstNumber(text)),
    sums: await page.locator('.panel-sums dd').allTextContents(),
  });
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
  await expect(name).toHaveText('All zones');
  const whole = await read();
  expect(whole.zones).toBe(await atlas.count());
  expect(sum(whole.kinds)).toBe(whole.zones);
  const zones = {};
  for (const [look, place] of [['hover', 'Jiangsu'], ['hover', 'Tianjin'], ['focus', 'Hunan'], ['focus', 'Xizang']]) {
    // A tile under the pointer has priority over a tile with focus.
    if (look === 'focus') await page.mouse.move(0, 0);
    const tile = atlas.tile(place);
    await tile[look]();
    await expect(name).toHaveText(place);
    const panel = await read();
    expect(panel.zones).toBe(firstNumber(await tile.locator('.tile-count').textContent()));
    expect(sum(panel.kinds)).toBe(panel.zones);
    zones[place] = panel.zones;
    for (const [index, measure] of ['Approved area', 'Year of approval', 'Zones with data'].entries()) {
      // Changing the measure keeps the pointer and the focus on the map.
      await atlas.measure(measure);
      await expect(tile.locator('.tile-count'), `${measure} of ${place}`).toHaveText(panel.sums[index].replace(' km²', ''));
    }
    await atlas.measure('Zones');
  }
  await visit.go('/?level=provincial&province=hunan&province=jiangsu');
  await expect(name).toHaveText('Hunan, Jiangsu');
  const both = await read();
  expect(both.zones).toBe(zones.Hunan + zones.Jiangsu);
  expect(both.zones).toBe(await atlas.count());
});

test('a row of the list marks its tile, and a tile marks its rows', async ({ open }) => {
  const visit = await open('/?q=tech');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const rows = page.locator('.zone.highlighted');
  const tile = page.locator('.tile.highlighted');
  await expect(tile).toHaveCount(0);
  const provinces = (await page.locator('.zone-province').allTextContents()).map((name) => name.toLowerCase());
  const inJiangsu = provinces.filter((province) => province === 'jiangsu').length;
  expect(inJiangsu).toBeGreaterThan(0);
  expect(inJiangsu).toBeLessThan(provinces.length);
  await atlas.zones().filter({ hasText: 'Jiangsu' }).first().hover();
  await expect(tile).toHaveAccessibleName(/^Jiangsu:/);
  await page.mouse.move(0, 0);
  await expect(tile).toHaveCount(0);
  await atlas.tile('Jiangsu').hover();
  await expect(rows).toHaveCount(inJiangsu);
  await atlas.tile('Hainan').hover();
  await expect(rows).toHaveCount(provinces.filter((province) => province === 'hainan').length);
  // On the map of a province, a row highlights the tile of its city.
  await visit.go('/?q=tech&zoom=jiangsu');
  await atlas.zones().filter({ hasText: 'Changzhou' }).first().hover();
  await expect(tile).toHaveAccessibleName(/^Changzhou:/);
});

test('years are chosen by dragging across them, by a click and by sliders', async ({ open }) => {
  const { page } = await open('/');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const all = await atlas.count();
  const steps = () => page.evaluate(() => window.history.length);
  const first = page.getByRole('slider', { name: 'First year' });
  const last = page.getByRole('slider', { name: 'Last year' });
  const drawing = page.locator('.years-drawing');
  await atlas.unfold(drawing);
  await drawing.scrollIntoViewIfNeeded();
  const area = await drawing.boundingBox();
  const place = (year) => area.x + (area.width * (year - 1984 + 0.5)) / 35;
  const middle = area.y + area.height / 2;

  await test.step('by dragging', async () => {
    const before = await steps();
    // Drag backwards, so that the end under the pointer becomes the first year.
    await page.mouse.move(place(2003), middle);
    await page.mouse.down();
    await page.mouse.move(place(1995), middle, { steps: 10 });
    await page.mouse.move(place(1997), middle, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL('/?from=1997&to=2003');
    await atlas.ready();
    expect(await steps(), 'one step of the history for the whole movement').toBe(before + 1);
    await expect(first).toHaveValue('1997');
    await expect(last).toHaveValue('2003');
    const years = (await atlas.zones().allTextContents()).map(yearOfApproval);
    expect(years.length).toBeGreaterThan(0);
    expect(years.filter((year) => year < 1997 || year > 2003)).toEqual([]);
    await expect(drawing.locator('.year:not(.year-out)')).toHaveCount(7);
  });

  await test.step('by a click, and all years again by a second click', async () => {
    await atlas.moved(() => page.mouse.click(place(2006), middle));
    atlas.expectAddress({ from: '2006', to: '2006' });
    await atlas.moved(() => page.mouse.click(place(2006), middle));
    atlas.expectAddress({});
    expect(await atlas.count()).toBe(all);
  });

  await test.step('by sliders', async () => {
    await first.focus();
    await atlas.moved(() => page.keyboard.press('ArrowRight'));
    atlas.expectAddress({ from: '1985' });
    await expect(first).toHaveAttribute('aria-valuetext', '1985');
    await last.focus();
    await atlas.moved(() => page.keyboard.press('ArrowLeft'));
    atlas.expectAddress({ from: '1985', to: '2017' });
    await expect(page.getByLabel('To year')).toHaveValue('2017');
    // The sliders do not pass each other.
    await atlas.moved(() => page.keyboard.press('Home'));
    atlas.expectAddress({ from: '1985', to: '1985' });
    await expect(last).toHaveValue('1985');
    await atlas.moved(() => page.goBack());
    atlas.expectAddress({ from: '1985', to: '2017' });
  });
});

test('playing adds the years one by one, as one step of the history, and can be stopped', async ({ open }) => {
  const visit = await open('/?from=2010&to=2014');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await atlas.unfold(page.locator('.play'));
  const play = page.getByRole('button', { name: 'Play' });
  const stop = page.getByRole('button', { name: 'Stop' });

  await test.step('who wants less motion gets no button', async () => {
    await expect(play).toHaveCount(1);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(play).toHaveCount(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  await test.step('to the end', async () => {
    const whole = await atlas.count();
    const before = await page.evaluate(() => window.history.length);
    // Collects every number that the list shows, even for a short time.
    await page.evaluate(() => {
      window.counts = [];
      const count = document.querySelector('.results-count');
      const note = () => window.counts.push(Number(count.textContent.replace(/\D/g, '')));
      new MutationObserver(note).observe(count, { characterData: true, childList: true, subtree: true });
    });
    await play.click();
    await expect(stop).toBeVisible();
    await expect(play).toBeVisible();
    await atlas.ready();
    atlas.expectAddress({ from: '2010', to: '2014' });
    const counts = await page.evaluate(() => window.counts);
    expect(counts).toHaveLength(5);
    expect(counts).toEqual([...new Set(counts)].sort((one, other) => one - other));
    expect(counts.at(-1)).toBe(whole);
    expect(await page.evaluate(() => window.history.length)).toBe(before + 1);
  });

  await test.step('until it is stopped', async () => {
    await visit.go('/?from=1990');
    await atlas.answersItself();
    await atlas.unfold(page.locator('.play'));
    await play.click();
    await expect(page).toHaveURL((url) => Number(url.searchParams.get('to')) >= 1992);
    await stop.click();
    await expect(play).toBeVisible();
    const stopped = page.url();
    // This is longer than one year is shown: only waiting can prove that no other year follows. `page.clock` cannot be
    // used: its timer ids are larger than 32 bits, and the Wasm code stores 32 bits, so the button could not stop.
    await page.waitForTimeout(800);
    expect(page.url()).toBe(stopped);
  });
});

/// Returns the tiles in document order, with their positions.
function tiles(page) {
  return page.locator('.tile').evaluateAll((all) =>
    all.map((tile) => {
      // Measured from the top of the page, because focusing a tile may scroll it.
      const { y, left } = tile.getBoundingClientRect();
      const top = y + window.scrollY;
      const focus = tile === document.activeElement;
      return { id: tile.id, top: Math.round(top), left: Math.round(left), tab: tile.tabIndex, focus };
    }),
  );
}

function expectReadingOrder(found) {
  expect(found.length).toBeGreaterThan(10);
  expect(found).toEqual([...found].sort((one, other) => one.top - other.top || one.left - other.left));
}

/// Fails unless each tile has the shade that the legend shows for its number.
async function expectShadesOfLegend(page) {
  const steps = await page.locator('.map-legend-steps li').allTextContents();
  expect(steps[0]).toBe('none');
  const ranges = steps.slice(1).map((text) => text.replaceAll(',', '').replace('+', '–Infinity').split('–').map(Number));
  const found = await page.locator('.tile').evaluateAll((all) =>
    all.map((tile) => [tile.querySelector('.tile-count').textContent, /shade-(\d)/.exec(tile.className)[1]]),
  );
  for (const [text, shade] of found) {
    const number = Number(text.replaceAll(',', ''));
    const step = ranges.findIndex(([least, most = least]) => number >= least && number <= most) + 1;
    expect(Number(shade), `${text} among ${steps}`).toBe(step);
  }
}
