// One task in four ways: by mouse, by keyboard alone, by touch on a phone, and without JavaScript. Each way must find
// the same zones at the same URL.

import { Atlas } from './atlas.mjs';
import { expect, overflow, test } from './support.mjs';

/// The zone that the visitor looks for, and the zone to compare it with.
const SOUGHT = 'Qinglan High-tech Zone';
const OTHER = 'Yuzan High-tech Zone';
const SLUGS = { [SOUGHT]: 'qinglan-high-tech-zone', [OTHER]: 'yuzan-high-tech-zone' };
/// The last columns of every comparison.
const GROUPS = ['National economic and technological development zones', 'National high-tech zones'];

/// The parameters of the URL at the end, without the picked zones.
const FOUND = {
  q: 'tech',
  kind: 'high-tech',
  province: 'jiangsu',
  from: '2010',
  to: '2017',
  sort: 'largest',
  group: 'province',
};

test('find, pick and compare zones by mouse', async ({ open }) => {
  const { page } = await open('/');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await findAndCompare(page, atlas, {
    province: () => atlas.press(atlas.tile('Jiangsu')),
    async years(first, last) {
      const drawing = page.locator('.years-drawing');
      await page.getByText('More filters').click();
      await drawing.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await drawing.boundingBox();
      const at = async (year) => x + width * (await placeOf(page, year));
      const [from, to] = [await at(first), await at(last)];
      await page.mouse.move(from, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(to, y + height / 2, { steps: 8 });
      await page.mouse.up();
      await asks(page, 'to', String(last));
      await atlas.ready();
    },
    async search(words) {
      await page.getByLabel('Search').click();
      await type(page, atlas, words);
    },
    async kind(name) {
      await page.getByText('Type', { exact: true }).click();
      await atlas.press(atlas.box(name));
    },
    byArea: () => atlas.press(page.getByRole('link', { name: 'Sort by Area' })),
    group: () => atlas.press(page.getByLabel('Group by province')),
    pick: (name) => atlas.press(atlas.pick(name)),
    compare: () => atlas.tray.getByRole('link', { name: 'Compare 2 zones' }).click(),
  });
});

test('find, pick and compare zones by keyboard alone', async ({ open }) => {
  const { page } = await open('/');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const press = async (element, key) => {
    await tabTo(page, element);
    await atlas.moved(() => page.keyboard.press(key));
    // The focus must stay on the element.
    await expect(element).toBeFocused();
  };
  const unfold = async (title) => {
    await tabTo(page, page.locator('summary').filter({ hasText: new RegExp(`^${title}(?!s)`) }));
    await page.keyboard.press('Enter');
  };
  await findAndCompare(page, atlas, {
    async province() {
      // The map is one stop of the Tab key; the arrow keys move between its tiles.
      await tabTo(page, atlas.tile('Heilongjiang'));
      for (const [key, place] of [
        ['ArrowDown', 'Jilin'],
        ['ArrowDown', 'Liaoning'],
        ['ArrowDown', 'Shandong'],
        ['ArrowDown', 'Shanghai'],
        ['ArrowLeft', 'Jiangsu'],
      ]) {
        await page.keyboard.press(key);
        await expect(atlas.tile(place)).toBeFocused();
      }
      await press(atlas.tile('Jiangsu'), 'Space');
    },
    async years(first, last) {
      // Page Up and Page Down move a slider by several years, the arrow keys by one.
      const slide = async (name, [far, near], year) => {
        const slider = page.getByRole('slider', { name });
        await tabTo(page, slider);
        const left = async () => Math.abs(year - Number(await slider.inputValue()));
        for (let keys = 0, years = await left(); years > 0 && keys < 50; keys += 1, years = await left()) {
          await page.keyboard.press(years > 4 ? far : near);
        }
        await expect(slider).toHaveValue(String(year));
        await expect(slider).toBeFocused();
      };
      await unfold('More filters');
      await slide('First year', ['PageUp', 'ArrowRight'], first);
      await slide('Last year', ['PageDown', 'ArrowLeft'], last);
      await atlas.ready();
    },
    async search(words) {
      await tabTo(page, page.getByLabel('Search'));
      await type(page, atlas, words);
    },
    async kind(name) {
      await unfold('Type');
      await press(atlas.box(name), 'Space');
    },
    async byArea() {
      // Typing letters selects an option.
      await tabTo(page, atlas.order());
      await atlas.moved(() => page.keyboard.type('Area'));
    },
    group: () => press(page.getByLabel('Group by province'), 'Space'),
    pick: (name) => press(atlas.pick(name), 'Space'),
    async compare() {
      await tabTo(page, atlas.tray.getByRole('link', { name: 'Compare 2 zones' }));
      await page.keyboard.press('Enter');
    },
  });
});

test('find, pick and compare zones by touch', async ({ open }) => {
  const { page } = await open('/', { touch: true, width: 360, height: 740 });
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const tap = (element) => atlas.moved(() => element.tap());
  // On a phone, map and filters are sheets over the list.
  const inSheet = async (name, act) => {
    await page.getByRole('button', { name }).tap();
    await act();
    await page.getByRole('button', { name: 'Close' }).tap();
  };
  await findAndCompare(page, atlas, {
    province: () => inSheet('Map', () => tap(atlas.tile('Jiangsu'))),
    years: (first, last) => inSheet(/^Filters/, async () => {
      await page.getByText('More filters').tap();
      // Use the keyboard of the phone.
      for (const [label, year] of [['From year', first], ['To year', last]]) {
        await page.getByLabel(label).tap();
        await page.keyboard.type(String(year));
        await atlas.moved(() => page.keyboard.press('Enter'));
      }
    }),
    async search(words) {
      await page.getByLabel('Search').tap();
      await type(page, atlas, words);
    },
    kind: (name) => inSheet(/^Filters/, async () => {
      await page.getByText('Type', { exact: true }).tap();
      await tap(atlas.box(name));
    }),
    async byArea() {
      // A phone shows the options in its own list, which a test cannot reach.
      await atlas.order().tap();
      await atlas.sort('largest');
    },
    group: () => inSheet(/^Filters/, () => tap(page.getByLabel('Group by province'))),
    pick: (name) => tap(atlas.pick(name)),
    compare: () => atlas.tray.getByRole('link', { name: 'Compare 2 zones' }).tap(),
  });
  expect(await overflow(page)).toEqual([]);
});

test('a tap on the drawing of years chooses one year', async ({ open }) => {
  const { page } = await open('/', { touch: true, width: 360, height: 740 });
  const atlas = new Atlas(page);
  const drawing = page.locator('.years-drawing');
  await page.getByRole('button', { name: /^Filters/ }).tap();
  await page.getByText('More filters').tap();
  await drawing.scrollIntoViewIfNeeded();
  const { width, height } = await drawing.boundingBox();
  const x = width * (await placeOf(page, 2006));
  await atlas.moved(() => drawing.tap({ position: { x, y: height / 2 } }));
  atlas.expectAddress({ from: '2006', to: '2006' });
});

test('find, pick and compare zones with JavaScript off', async ({ open }) => {
  const { page } = await open('/', { javaScript: false });
  const atlas = new Atlas(page, false);
  await findAndCompare(page, atlas, {
    province: () => atlas.press(atlas.tile('Jiangsu')),
    async years(first, last) {
      await atlas.fill(page.getByLabel('From year'), String(first));
      await atlas.fill(page.getByLabel('To year'), String(last));
    },
    search: (words) => atlas.fill(page.getByLabel('Search'), words),
    kind: (name) => atlas.choose(name),
    byArea: () => atlas.sort('largest'),
    group: async () => {
      await atlas.unfold(page.getByLabel('Group by province'));
      await atlas.change(() => page.getByLabel('Group by province').check());
    },
    pick: (name) => atlas.change(() => atlas.pick(name).check()),
    compare: () => atlas.tray.getByRole('link', { name: 'Compare 2 zones' }).click(),
  }, [OTHER, SOUGHT]);
});

/// Finds a zone, picks it and another one, compares them and goes back.
///
/// `picked` is the order of the two in the URL: the order of picking, or, if the browser sends the form without
/// JavaScript, the order of the list.
async function findAndCompare(page, atlas, hand, picked = [SOUGHT, OTHER]) {
  await hand.province();
  expect((await atlas.state()).pressed).toEqual(['Jiangsu']);
  await hand.years(2010, 2017);
  await hand.search('tech');
  await hand.kind('High-tech zone');
  const count = await atlas.count();
  expect(count).toBeGreaterThan(2);
  await hand.byArea();
  await hand.group();
  expect(await atlas.count(), 'order and groups leave out no zone').toBe(count);
  await expect(atlas.results.getByRole('heading', { level: 3, name: 'Jiangsu' })).toBeVisible();
  await expect(atlas.tray).toHaveCount(0);
  await hand.pick(SOUGHT);
  await hand.pick(OTHER);
  atlas.expectAddress({ ...FOUND, pick: picked.map((name) => SLUGS[name]) });

  await expect(atlas.pick(SOUGHT)).toBeChecked();
  const before = await atlas.state();
  expect(before.zones).toHaveLength(count);
  expect([before.zones[0], before.zones.at(-1)], 'the largest first, the smallest last').toEqual([OTHER, SOUGHT]);
  expect(before.picks).toEqual(picked);

  await hand.compare();
  await expect(page.getByRole('heading', { level: 1, name: 'Compare zones' })).toBeVisible();
  await asks(page, 'zones', picked.map((name) => SLUGS[name]).join(','));
  const heads = page.getByRole('table').getByRole('columnheader').getByRole('link');
  await expect(heads, 'the zones in the order of the address, then the groups').toHaveText([...picked, ...GROUPS]);

  await page.goBack();
  await atlas.ready();
  expect(await atlas.state(), 'after Back').toEqual(before);
}

/// Waits until a parameter of the URL has this value.
function asks(page, parameter, value) {
  return expect(page).toHaveURL((url) => url.searchParams.get(parameter) === value);
}

/// Types words into the focused field, closes the suggestions, and waits until the page shows the result.
async function type(page, atlas, words) {
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await asks(page, 'q', words);
  await atlas.ready();
}

/// Returns the position of the middle of a year in the chart of years: 0 is the left edge, 1 the right edge.
async function placeOf(page, year) {
  const slider = page.getByLabel('First year');
  const [first, last] = await slider.evaluate(({ min, max }) => [Number(min), Number(max)]);
  return (year - first + 0.5) / (last - first + 1);
}

/// Presses the Tab key until an element has the focus; Shift+Tab if the element is before the focused one.
async function tabTo(page, element) {
  // A handle is used, because finding an element by role after each key takes longer than the key.
  const handle = await element.elementHandle();
  const isBefore = await handle.evaluate((wanted) => {
    const from = document.activeElement;
    return from !== document.body && Boolean(from.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING);
  });
  const hasFocus = () => handle.evaluate((wanted) => wanted === document.activeElement);
  for (let stops = 0; stops < 600 && !(await hasFocus()); stops += 1) await page.keyboard.press(isBefore ? 'Shift+Tab' : 'Tab');
  await expect(element).toBeFocused();
}
