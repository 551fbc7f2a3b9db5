// One journey, four ways to steer: by mouse, by keyboard alone, by touch on a telephone, and with JavaScript off. All
// of them come to the same zones at the same address.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Atlas } from './atlas.mjs';
import { assertClean, overflow, useSite } from './support.mjs';

const site = useSite();

const MEANT = 'Liyang High-tech Zone';
const OTHER = 'Kunshan High-tech Industrial Development Zone';
/// What every comparison ends with.
const GROUPS = ['National economic and technological development zones', 'National high-tech zones'];

/// Where the journey leads.
const FOUND = {
  q: 'zhou',
  kind: 'high-tech',
  province: 'jiangsu',
  from: '2010',
  to: '2017',
  sort: 'largest',
  group: 'province',
  pick: ['liyang-high-tech-zone', 'kunshan-high-tech-zone'],
};

test('the journey by mouse', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await journey(visit, atlas, {
    province: () => atlas.press(atlas.tile('Jiangsu')),
    async years(first, last) {
      const drawing = page.locator('.years-drawing');
      await drawing.scrollIntoViewIfNeeded();
      const area = await drawing.boundingBox();
      const slider = page.getByRole('slider', { name: 'First year' });
      const [least, most] = await slider.evaluate(({ min, max }) => [Number(min), Number(max)]);
      const place = (year) => area.x + (area.width * (year - least + 0.5)) / (most - least + 1);
      await page.mouse.move(place(first), area.y + area.height / 2);
      await page.mouse.down();
      await page.mouse.move(place(last), area.y + area.height / 2, { steps: 8 });
      await page.mouse.up();
      await page.waitForURL((url) => url.searchParams.get('to') === String(last));
      await atlas.ready();
    },
    async search(words) {
      await page.getByLabel('Search').click();
      await typed(page, atlas, words);
    },
    kind: (name) => atlas.press(atlas.box(name)),
    byArea: () => atlas.press(page.getByRole('link', { name: 'Sort by Area' })),
    group: () => atlas.press(page.getByLabel('Group by province')),
    pick: (name) => atlas.press(atlas.pick(name)),
    compare: () => atlas.tray.getByRole('link', { name: 'Compare 2 zones' }).click(),
  });
});

test('the journey by keyboard alone', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const press = async (thing, key) => {
    await tabTo(page, thing);
    await atlas.moved(() => page.keyboard.press(key));
    // Whoever steers by keys must not be thrown back to the beginning of the page.
    assert.ok(await hasFocus(thing), `the focus has left ${thing}`);
  };
  await journey(visit, atlas, {
    async province() {
      // The map is one stop of the Tab key; the arrows move in it.
      await tabTo(page, atlas.tile('Heilongjiang'));
      for (const [key, place] of [
        ['ArrowDown', 'Jilin'],
        ['ArrowDown', 'Liaoning'],
        ['ArrowDown', 'Shandong'],
        ['ArrowDown', 'Shanghai'],
        ['ArrowLeft', 'Jiangsu'],
      ]) {
        await page.keyboard.press(key);
        assert.ok(await hasFocus(atlas.tile(place)), `${key} does not lead to ${place}`);
      }
      await press(atlas.tile('Jiangsu'), 'Space');
    },
    async years(first, last) {
      const slide = async (name, key, year) => {
        const slider = page.getByRole('slider', { name });
        await tabTo(page, slider);
        const far = Math.abs(year - Number(await slider.inputValue()));
        for (let step = 0; step < far; step += 1) await page.keyboard.press(key);
        assert.equal(await slider.inputValue(), String(year));
        assert.ok(await hasFocus(slider));
      };
      await slide('First year', 'ArrowRight', first);
      await slide('Last year', 'ArrowLeft', last);
      await atlas.ready();
    },
    async search(words) {
      await tabTo(page, page.getByLabel('Search'));
      await typed(page, atlas, words);
    },
    kind: (name) => press(atlas.box(name), 'Space'),
    byArea: () => press(page.getByRole('link', { name: 'Sort by Area' }), 'Enter'),
    group: () => press(page.getByLabel('Group by province'), 'Space'),
    pick: (name) => press(atlas.pick(name), name === MEANT ? 'Enter' : 'Space'),
    async compare() {
      await tabTo(page, atlas.tray.getByRole('link', { name: 'Compare 2 zones' }));
      await page.keyboard.press('Enter');
    },
  });
});

test('the journey by touch', async (t) => {
  const visit = await site.open(t, '/', { touch: true, width: 360, height: 740 });
  const { page } = visit;
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const tap = (thing) => atlas.moved(() => thing.tap());
  await journey(visit, atlas, {
    province: () => tap(atlas.tile('Jiangsu')),
    async years(first, last) {
      // The keys are those of the telephone.
      for (const [label, year] of [['From year', first], ['To year', last]]) {
        await page.getByLabel(label).tap();
        await page.keyboard.type(String(year));
        await atlas.moved(() => page.keyboard.press('Enter'));
      }
    },
    async search(words) {
      await page.getByLabel('Search').tap();
      await typed(page, atlas, words);
    },
    kind: (name) => tap(atlas.box(name)),
    async byArea() {
      // A telephone shows the orders in a list of its own, out of a page's reach.
      await atlas.order().tap();
      await atlas.sort('largest');
    },
    group: () => tap(page.getByLabel('Group by province')),
    pick: (name) => tap(atlas.pick(name)),
    compare: () => atlas.tray.getByRole('link', { name: 'Compare 2 zones' }).tap(),
  });
  assert.deepEqual(await overflow(page), []);
});

test('a tap on the years chooses one', async (t) => {
  const visit = await site.open(t, '/', { touch: true, width: 360, height: 740 });
  const { page } = visit;
  const atlas = new Atlas(page);
  const drawing = page.locator('.years-drawing');
  await drawing.scrollIntoViewIfNeeded();
  const { width, height } = await drawing.boundingBox();
  await atlas.moved(() => drawing.tap({ position: { x: (width * (2006 - 1984 + 0.5)) / 35, y: height / 2 } }));
  atlas.expectAddress({ from: '2006', to: '2006' });
  assertClean(visit);
});

test('the journey with JavaScript off', async (t) => {
  const visit = await site.open(t, '/', { javaScript: false });
  const { page } = visit;
  const atlas = new Atlas(page, false);
  await journey(visit, atlas, {
    province: () => atlas.press(atlas.tile('Jiangsu')),
    async years(first, last) {
      await atlas.fill(page.getByLabel('From year'), String(first));
      await atlas.fill(page.getByLabel('To year'), String(last));
    },
    search: (words) => atlas.fill(page.getByLabel('Search'), words),
    kind: (name) => atlas.choose(name),
    byArea: () => atlas.sort('largest'),
    group: () => atlas.change(() => page.getByLabel('Group by province').check()),
    pick: (name) => atlas.press(atlas.pick(name)),
    compare: () => atlas.tray.getByRole('link', { name: 'Compare 2 zones' }).click(),
  });
});

/// Finds a zone, picks it and another, compares them and comes back.
async function journey(visit, atlas, hand) {
  const { page } = visit;
  await hand.province();
  assert.deepEqual((await atlas.state()).pressed, ['Jiangsu']);
  await hand.years(2010, 2017);
  await hand.search('zhou');
  await hand.kind('High-tech');
  const count = await atlas.count();
  await hand.byArea();
  await hand.group();
  assert.equal(await atlas.count(), count, 'order and groups leave nothing out');
  await atlas.results.getByRole('heading', { level: 3, name: 'Jiangsu' }).waitFor();
  await hand.pick(MEANT);
  await hand.pick(OTHER);
  atlas.expectAddress(FOUND);

  const before = await atlas.state();
  assert.equal(before.zones.length, count);
  assert.deepEqual([before.zones[0], before.zones.at(-1)], [OTHER, MEANT], 'the largest first, the smallest last');
  assert.deepEqual(before.picks, [MEANT, OTHER]);
  assert.equal(await atlas.pick(MEANT).getAttribute('aria-pressed'), 'true');

  await hand.compare();
  await page.getByRole('heading', { level: 1, name: 'Zones side by side' }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('zones'), FOUND.pick.join(','));
  const heads = page.getByRole('table').getByRole('columnheader');
  await heads.getByRole('link', { name: OTHER, exact: true }).waitFor();
  assert.deepEqual(await heads.getByRole('link').allTextContents(), [MEANT, OTHER, ...GROUPS], 'the zones as picked, then the groups');

  await page.goBack();
  await atlas.ready();
  assert.deepEqual(await atlas.state(), before, 'after Back');
  assertClean(visit);
}

/// Types words where the focus is, until the address holds them.
async function typed(page, atlas, words) {
  await page.keyboard.type(words);
  await page.waitForURL((url) => url.searchParams.get('q') === words);
  await atlas.ready();
}

/// Presses the Tab key until a thing has the focus: backwards where it stands before what has it now.
async function tabTo(page, thing) {
  const before = await thing.evaluate((element) => {
    const from = document.activeElement;
    const isBefore = Boolean(from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
    return from !== document.body && isBefore;
  });
  for (let stops = 0; stops < 150; stops += 1) {
    if (await hasFocus(thing)) return;
    await page.keyboard.press(before ? 'Shift+Tab' : 'Tab');
  }
  assert.fail(`the Tab key does not lead to ${thing}`);
}

function hasFocus(thing) {
  return thing.evaluate((element) => element === document.activeElement);
}
