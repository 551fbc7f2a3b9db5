// Charts of a zone in the browser: how marks look, and how mouse, touch, keyboard and screen reader read them.

import { twoFrames } from './atlas.mjs';
import { expect, hydrated, overflow, test, unfoldOptions } from './support.mjs';

const QINGLAN = '/zones/qinglan-high-tech-zone';
const YUNQUAN = '/zones/yunquan-etdz';
/// A page with five charts.
const HAIDU = '/zones/haidu-new-area';

const PARK = 'Industrial output (predecessor: Jiangsu Wencun Science & Technology Industrial Park, gross)';
const BATTERIES = 'Industrial output (industry: Power and energy batteries)';

/// The marks of Qinglan's output in English, by line and year.
const OUTPUT = [
  '2012: 88.30–88.48 billion yuan, derived',
  '2013: 94.4 billion yuan, reported',
  '2020: over 25 billion yuan, reported',
];

/// The source of Qinglan's output; its title is the same in both languages.
const SOURCE = 'Qinglan High-tech Zone';

/// The text of the readout for each mark.
const READOUTS = [
  `${PARK}: ${OUTPUT[0]}. Source: derived by us.`,
  `${PARK}: ${OUTPUT[1]}. Source: ${SOURCE}.`,
  `${BATTERIES}: ${OUTPUT[2]}. Source: ${SOURCE}.`,
];

const HINT = /^Point at a mark, or tap it,/;

/// The appearance of marks by status.
const DERIVED = { status: 'derived', filled: false, dashed: true };
const REPORTED = { status: 'reported', filled: true, dashed: false };
const TARGET = { status: 'target', filled: false, dashed: false };

for (const { language, prefix, hint, lines, notWhole, output, readouts } of [
  {
    language: 'English',
    prefix: '',
    hint: HINT,
    lines: [PARK, BATTERIES],
    notWhole: 'not the whole zone',
    output: OUTPUT,
    readouts: READOUTS,
  },
  {
    language: 'Chinese',
    prefix: '/zh',
    hint: /^指向或点按标记/,
    lines: ['工业产值（前身：江苏问村科技产业园，总产值）', '工业产值（产业：动力与储能电池）'],
    notWhole: '并非全区',
    output: ['2012年：883.0–884.8亿元，推算', '2013年：944亿元，公布值', '2020年：超过250亿元，公布值'],
    readouts: [
      '工业产值（前身：江苏问村科技产业园，总产值）：2012年：883.0–884.8亿元，推算。来源：本站推算。',
      `工业产值（前身：江苏问村科技产业园，总产值）：2013年：944亿元，公布值。来源：${SOURCE}。`,
      `工业产值（产业：动力与储能电池）：2020年：超过250亿元，公布值。来源：${SOURCE}。`,
    ],
  },
]) {
  test(`marks show how well each value is known, and a pointer reads them, in ${language}`, async ({ open }) => {
    const { page } = await open(prefix + QINGLAN);
    const [chart, other] = [new Chart(page, 'output'), new Chart(page, 'fiscal')];
    await test.step('marks, links between them, and legend', async () => {
      const [y2012, y2013, y2020] = output;
      expect(await chart.marks()).toEqual([
        { words: y2012, path: `${prefix}/figures/t6a2e-before`, line: 0, ...DERIVED, open: '' },
        { words: y2013, path: `${prefix}/figures/fyqx5`, line: 0, ...REPORTED, open: '' },
        { words: y2020, path: `${prefix}/figures/b496p`, line: 1, ...REPORTED, open: 'up' },
      ]);
      expect(await chart.links()).toEqual([{ joined: [y2012, y2013], status: 'derived', dashed: true }]);
      await expect(chart.figure.locator('.legend-line')).toHaveText(lines);
      await expect(chart.figure.locator('.legend-note')).toHaveText([notWhole]);
    });
    await test.step('pointer', async () => {
      await expect(chart.readout).toHaveAttribute('aria-live', 'polite');
      await expect(chart.figure.locator('.chart-hint')).toHaveText(hint);
      await expect(chart.readout).toHaveText('');
      // Test a position on the mark, and one near it that is closer to this mark than to any other.
      for (const aside of [[0, 0], [-14, 18]]) {
        for (const [number, words] of output.entries()) {
          await page.mouse.move(...(await chart.place(number, aside)));
          await expect(chart.highlighted).toHaveText([words]);
          await expect(chart.readout).toHaveText(readouts[number]);
          await chart.expectTipAt(number, readouts[number]);
        }
      }
      // Other charts show nothing.
      await expect(other.readout).toHaveText('');
      await expect(other.tip).toBeHidden();
      await page.mouse.move(2, 2);
      await expect(chart.highlighted).toHaveCount(0);
      await expect(chart.readout).toHaveText('');
      await expect(chart.tip).toBeHidden();
    });
    await test.step('pointer, after the chart was drawn again', async () => {
      await page.locator('#chart-output-line-t6a2e-before').click();
      await expect(page).toHaveURL(`${prefix}${QINGLAN}?hide=t6a2e-before`);
      await expect.poll(() => chart.words()).toEqual([output[2]]);
      await page.mouse.move(...(await chart.place(0)));
      await expect(chart.readout).toHaveText(readouts[2]);
    });
  });
}

test('a target is drawn as a target, and years apart are not joined', async ({ open }) => {
  // No script is needed: the server draws the marks and the style sheet colours them.
  const { page } = await open(YUNQUAN, { javaScript: false });
  const chart = new Chart(page, 'output');
  expect(await chart.marks()).toEqual([
    { words: '2017: 120 billion yuan, reported', path: '/figures/bx88w', line: 0, ...REPORTED, open: '' },
    { words: '2020: over 200 billion yuan, target', path: '/figures/vphp2', line: 2, ...TARGET, open: 'up' },
  ]);
  expect(await chart.links()).toEqual([]);
  await expect(chart.drawing.locator('text.value')).toHaveText(['120', 'over 200, target 2020']);
});

test('a value whose source can be read in two ways is drawn only when it is chosen in the legend', async ({ open }) => {
  const { page } = await open(YUNQUAN);
  const chart = new Chart(page, 'output');
  const unclear = '2013: under 60.25 billion yuan, derived';
  expect(await chart.words()).not.toContain(unclear);
  await expect(chart.figure.locator('.chart-notes')).toContainText(`Not shown, as the source can be read in two ways: ${unclear}.`);
  await page.locator('#chart-output-line-z48tt-before').click();
  await expect(page).toHaveURL(`${YUNQUAN}?with=z48tt-before`);
  await expect.poll(() => chart.words()).toContain(unclear);
  expect(await chart.links(), 'it is joined to nothing').toEqual([]);
});

test('a screen reader hears each value with its year and status, each line, each sign', async ({ open }) => {
  const { page } = await open(QINGLAN);
  const heard = await page.locator('#chart-output').ariaSnapshot();
  expect(heard.trim()).toBe(HEARD.trim());
});

test('the legend hides and shows lines, keeps the focus, and Back undoes each step', async ({ open }) => {
  const { page } = await open(QINGLAN);
  await page.evaluate(() => (window.sameDocument = true));
  const chart = new Chart(page, 'output');
  const [first, second] = ['t6a2e-before', 'b496p'].map((id) => page.locator(`#chart-output-line-${id}`));
  const expectState = async ({ query, marks }) => {
    await expect(page).toHaveURL(QINGLAN + query);
    await expect.poll(() => chart.words()).toEqual(marks);
  };
  const states = [
    { query: '', marks: OUTPUT },
    { query: '?hide=t6a2e-before', marks: [OUTPUT[2]] },
    { query: '?hide=t6a2e-before&hide=b496p', marks: [] },
    { query: '?hide=b496p', marks: OUTPUT.slice(0, 2) },
  ];
  await expectState(states[0]);
  // Use the mouse and the keyboard. The link keeps the focus although the chart around it changes.
  for (const [number, [link, act]] of [[first, 'click'], [second, 'press'], [first, 'press']].entries()) {
    await (act === 'click' ? link.click() : link.press('Enter'));
    await expectState(states[number + 1]);
    await expect(link).toBeFocused();
  }
  await expect(first).toHaveAttribute('aria-label', `Hide ${PARK}`);
  await expect(second).toHaveAttribute('aria-label', `Show ${BATTERIES}`);
  await expect(chart.figure.locator('.legend-hidden .legend-line')).toHaveText([BATTERIES]);
  for (const before of states.slice(0, -1).reverse()) {
    await page.goBack();
    await expectState(before);
    if (before.marks.length === 0) {
      await expect(chart.drawing.locator('text')).toHaveText(['All lines are hidden. Use the legend to show them.']);
    }
  }
  expect(await page.evaluate(() => window.sameDocument), 'no page was loaded in full').toBe(true);
});

test('a change of the charts is announced in words', async ({ open }) => {
  const { page } = await open(QINGLAN);
  const status = page.locator('leptos-island .charts').locator('xpath=ancestor::leptos-island/preceding-sibling::p[@role="status"]');
  await unfoldOptions(page);
  await expect(status).toHaveText('');
  await page.getByRole('link', { name: 'Bars', exact: true }).click();
  await expect(status).toHaveText('Bars');
  await page.locator('#chart-output-line-t6a2e-before').click();
  await expect(status).toHaveText(/^Output.*: 1 line$/);
  await page.getByRole('link', { name: 'US dollars', exact: true }).click();
  await expect(status).toHaveText(/^US dollars/);
  await page.goBack();
  await expect(status).toHaveText(/^Original currency/);

  // Another indicator as the first change: all charts are new.
  await page.goto('/zh/compare?zones=haidu-new-area,qinglan-high-tech-zone');
  await hydrated(page);
  await page.locator('.compare-indicators a:not([aria-current])').first().click();
  await expect(page).toHaveURL(/indicator=/);
  await expect(status).toHaveText(/：\d+个系列/);
});

test('a drawing is one stop of the Tab key, and arrow keys go from mark to mark', async ({ open }) => {
  const { page } = await open(QINGLAN);
  const chart = new Chart(page, 'output');
  const focused = () => page.evaluate(() => document.activeElement.querySelector(':scope > title')?.textContent);
  await unfoldOptions(page);
  await page.locator('#chart-beside').focus();
  await page.keyboard.press('Tab');
  // Up and Down move to the mark of another line that is nearest in time. At the end of a line the focus stays.
  for (const [step, [key, number]] of [
    ['', 0],
    ['ArrowRight', 1],
    ['ArrowRight', 1],
    ['Home', 0],
    ['End', 1],
    ['ArrowLeft', 0],
    ['ArrowDown', 2],
    ['ArrowRight', 2],
    ['ArrowDown', 2],
    ['ArrowUp', 1],
    ['ArrowUp', 1],
  ].entries()) {
    if (key) await page.keyboard.press(key);
    expect(await focused(), `step ${step}: ${key}`).toBe(OUTPUT[number]);
    await expect(chart.highlighted).toHaveText([OUTPUT[number]]);
    await expect(chart.readout).toHaveText(READOUTS[number]);
  }
  // Tab leaves the drawing, and Shift+Tab returns to the last mark.
  await page.keyboard.press('Tab');
  await expect(page.locator('#chart-output-line-t6a2e-before')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe(OUTPUT[1]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/figures/fyqx5');
  await hydrated(page);
});

test('marks keep their elements when a chart is drawn again', async ({ open }) => {
  const { page } = await open(QINGLAN);
  const chart = new Chart(page, 'output');
  const known = () => chart.drawing.evaluate((drawing) => [...drawing.querySelectorAll('a.mark')].map((mark) => mark.known));
  await chart.drawing.evaluate((drawing) => {
    for (const mark of drawing.querySelectorAll('a.mark')) mark.known = mark.getAttribute('href');
  });
  const paths = await known();
  expect(paths).toHaveLength(3);
  await page.mouse.move(...(await chart.place(0)));
  await expect(chart.highlighted).toHaveCount(1);

  await choose(page, 'chart-usd');
  // The values have changed, the elements are the same, and no old value is still read out.
  await expect.poll(() => chart.words()).not.toEqual(OUTPUT);
  expect(await known()).toEqual(paths);
  await expect(chart.highlighted).toHaveCount(0);
  await expect(chart.readout).toHaveText('');
  await expect(chart.tip).toBeHidden();

  // The marks of the remaining line keep their elements.
  await page.locator('#chart-output-line-b496p').click();
  await expect(page).toHaveURL(`${QINGLAN}?currency=usd&hide=b496p`);
  await expect.poll(known).toEqual(paths.slice(0, 2));
});

test('charts stand side by side where the window has room for it', async ({ open }) => {
  const { page } = await open(HAIDU);
  const frames = () => page.locator('.growth-chart').evaluateAll((charts) => charts.map((chart) => {
    const { left, right, top } = chart.getBoundingClientRect();
    const isVisible = (drawing) => drawing.getBoundingClientRect().width > 0;
    const drawings = [...chart.querySelectorAll('svg.chart')].filter(isVisible).map((drawing) => drawing.getAttribute('class'));
    return { left: Math.round(left), right: Math.round(right), top: Math.round(top), drawings };
  }));
  const columns = async () => new Set((await frames()).map(({ left }) => left)).size;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await frames()).toHaveLength(5);
    await expect.poll(columns, `columns at ${width} px`).toBe(1);
  }
  // Only the longest table is folded.
  await expect(page.locator('.growth-fold')).toHaveCount(1);
  await unfoldOptions(page);
  await page.locator('#chart-beside').click();
  await expect(page).toHaveURL(`${HAIDU}?charts=beside`);
  for (const [width, wanted] of [[1280, 2], [360, 1]]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(columns, `columns at ${width} px`).toBe(wanted);
    const places = await frames();
    for (const [number, { left, top, drawings }] of places.entries()) {
      expect(drawings).toEqual(['chart chart-ink chart-narrow']);
      if (number % wanted === 0) continue;
      expect(top).toBe(places[number - 1].top);
      expect(left, 'charts do not overlap').toBeGreaterThan(places[number - 1].right);
    }
    await expect(page.locator('.growth-fold'), 'every table is folded').toHaveCount(5);
    expect(await overflow(page)).toEqual([]);
  }
});

test('a new drawing keeps open details, scroll place and focus, and has one Tab stop', async ({ open }) => {
  const { page } = await open(HAIDU);
  const opened = ['chart-fiscal-take', 'chart-gdp-table'];
  for (const id of opened) await page.locator(`#${id} > summary`).click();
  await unfoldOptions(page);
  opened.unshift('chart-options');
  opened.sort();
  const details = () => page.locator('.charts details[open]').evaluateAll((all) => all.map(({ id }) => id).sort());
  const place = () => page.evaluate(() => ({ focus: document.activeElement.id, top: window.scrollY }));
  const stops = () => page.locator('svg.chart').evaluateAll((drawings) =>
    drawings.map((drawing) => [...drawing.querySelectorAll('a.mark')].map((mark) => mark.getAttribute('tabindex'))),
  );
  const expectOneStop = async (control) => {
    const all = await stops();
    expect(all).toHaveLength(10);
    for (const [first, ...others] of all) {
      expect(first ?? '0', control).toBe('0');
      expect(others.every((stop) => stop === '-1'), `${control}: ${others}`).toBe(true);
    }
  };
  await expectOneStop('at first');
  await page.locator('#chart-bars').evaluate((link) => link.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const { top } = await place();
  expect(top).toBeGreaterThan(0);
  for (const [id, query] of [
    ['chart-bars', '?form=bars'],
    ['chart-usd', '?form=bars&currency=usd'],
    ['chart-index', '?form=bars&values=index&currency=usd'],
  ]) {
    await choose(page, id);
    await expect(page).toHaveURL(HAIDU + query);
    expect(await details(), id).toEqual(opened);
    expect(await place()).toEqual({ focus: id, top });
    await expectOneStop(id);
  }
  for (const id of ['chart-growth', 'chart-line']) {
    await choose(page, id);
    await expectOneStop(id);
  }
});

for (const { way, act } of [
  { way: '“Open receipt”', act: (page) => page.getByRole('link', { name: 'Open receipt' }).tap() },
  { way: 'a second tap', act: async (page, chart) => page.touchscreen.tap(...(await chart.place(1))) },
]) {
  test(`the first tap on a mark reads it, and ${way} opens its receipt`, async ({ open }) => {
    const { page } = await open(QINGLAN, { touch: true, width: 360, height: 740 });
    const chart = new Chart(page, 'output');
    // The first tap loads the code of the charts; for the second tap it is already loaded.
    for (const number of [0, 1]) {
      await page.touchscreen.tap(...(await chart.place(number)));
      await expect(chart.readout).toHaveText(READOUTS[number]);
      await chart.expectTipAt(number, READOUTS[number]);
      await expect(chart.tip.getByRole('link')).toBeVisible();
      await expect(page).toHaveURL(QINGLAN);
    }
    await act(page, chart);
    await expect(page).toHaveURL('/figures/fyqx5');
    await hydrated(page);
  });
}

test('Escape hides what is shown of a mark', async ({ open }) => {
  const { page } = await open(QINGLAN);
  const chart = new Chart(page, 'output');
  await chart.drawing.locator('a.mark').first().focus();
  await expect(chart.tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chart.tip).toBeHidden();
  await expect(chart.highlighted).toHaveCount(0);
});

test('a finger near a mark reads it, and a finger on a mark that is read opens its receipt', async ({ open }) => {
  const { page } = await open(QINGLAN, { touch: true, width: 360, height: 740 });
  const chart = new Chart(page, 'output');
  // The click is the last event of a tap.
  const tapped = page.evaluate(() => new Promise((done) => addEventListener('click', () => setTimeout(done), { once: true })));
  await page.touchscreen.tap(...(await chart.place(1, [16, 22])));
  await tapped;
  await twoFrames(page);
  // The tip stays after the finger is lifted, because it cannot be read under a finger.
  await expect(chart.readout).toHaveText(READOUTS[1]);
  await expect(chart.highlighted).toHaveText([OUTPUT[1]]);
  await expect(page).toHaveURL(QINGLAN);

  await page.touchscreen.tap(...(await chart.place(1)));
  await expect(page).toHaveURL('/figures/fyqx5');
  await hydrated(page);
});

/// Clicks a control of the charts and waits until it is the current choice of its row, which means that the charts are
/// drawn.
async function choose(page, id) {
  const control = page.locator(`#${id}`);
  await unfoldOptions(page);
  const href = await control.getAttribute('href');
  await control.click();
  await expect(page).toHaveURL(href);
  await expect(control).toHaveAttribute('aria-current', 'true');
}

/// The accessibility tree of Qinglan's output.
const HEARD = `
- 'figure "Output: parts of the zone"':
  - text: "Output: parts of the zone"
  - paragraph: "Parts, industries and predecessors: no line is the whole zone, and no line continues another."
  - 'group "Output: parts of the zone. Points: ${PARK}, 2012: 88.30–88.48 billion yuan, derived; ${PARK}, 2013: 94.4 billion yuan, reported; ${BATTERIES}, 2020: over 25 billion yuan, reported."':
    - text: 0 20 40 60 80 100 120 2012 2013 2014 2015 2016 2017 2018 2019 2020
    - 'link "2012: 88.30–88.48 billion yuan, derived"':
      - /url: /figures/t6a2e-before
      - text: 88.30–88.48
    - 'link "2013: 94.4 billion yuan, reported"':
      - /url: /figures/fyqx5
      - text: "94.4"
    - 'link "2020: over 25 billion yuan, reported"':
      - /url: /figures/b496p
      - text: over 25
    - text: billion yuan, current prices
  - paragraph
  - paragraph: "Point at a mark, or tap it, for its value and source. Keyboard: arrow keys, and Enter for the receipt."
  - list "Legend":
    - listitem:
      - 'link "Hide ${PARK}"':
        - /url: ${QINGLAN}?hide=t6a2e-before
        - text: "${PARK}"
    - listitem:
      - 'link "Hide ${BATTERIES}"':
        - /url: ${QINGLAN}?hide=b496p
        - text: "${BATTERIES}"
      - text: not the whole zone
    - listitem: derived by us
    - listitem: "fading line: open-ended value"
    - listitem: predecessor of the zone
  - group: Download or share
  - region "Data table":
    - table "Data table":
      - caption: Data table
      - rowgroup:
        - row "Period Value Status":
          - columnheader "Period"
          - columnheader "Value"
          - columnheader "Status"
      - rowgroup:
        - 'row "2012 88.30–88.48 billion yuan ${PARK} derived"':
          - rowheader "2012"
          - 'cell "88.30–88.48 billion yuan ${PARK}"':
            - link "88.30–88.48 billion yuan":
              - /url: /figures/t6a2e-before
            - text: "${PARK}"
          - cell "derived"
        - 'row "2013 94.4 billion yuan ${PARK} reported"':
          - rowheader "2013"
          - 'cell "94.4 billion yuan ${PARK}"':
            - link "94.4 billion yuan":
              - /url: /figures/fyqx5
            - text: "${PARK}"
          - cell "reported"
        - 'row "2020 over 25 billion yuan ${BATTERIES} reported"':
          - rowheader "2020"
          - 'cell "over 25 billion yuan ${BATTERIES}"':
            - link "over 25 billion yuan":
              - /url: /figures/b496p
            - text: "${BATTERIES}"
          - cell "reported"
`;

/// A chart on a page. Only the visible one of its two drawings is used.
class Chart {
  constructor(page, name) {
    this.figure = page.locator(`#chart-${name}`);
    this.drawing = this.figure.locator('svg.chart').filter({ visible: true });
    /// The text for screen readers.
    this.readout = this.figure.locator('.chart-readout');
    /// The tooltip beside the mark that is read.
    this.tip = this.figure.locator('.chart-tip');
    /// The titles of the highlighted marks.
    this.highlighted = this.figure.locator('a.mark.highlighted > title');
  }

  /// Fails unless the tooltip has these words and is inside the window, close to a mark but not on it.
  async expectTipAt(number, words) {
    await expect(this.tip).toBeVisible();
    await expect(this.tip.locator('.chart-tip-words')).toHaveText(words);
    const tip = await this.tip.boundingBox();
    const [x, y] = await this.place(number);
    expect(tip.x).toBeGreaterThanOrEqual(0);
    expect(tip.y).toBeGreaterThanOrEqual(0);
    expect(x, 'the mark is above or below the tip').toBeGreaterThanOrEqual(tip.x);
    expect(x, 'the mark is above or below the tip').toBeLessThanOrEqual(tip.x + tip.width);
    const gap = Math.max(tip.y - y, y - tip.y - tip.height);
    expect(gap, 'pixels from the mark to the tip').toBeGreaterThan(5);
    expect(gap, 'pixels from the mark to the tip').toBeLessThan(30);
  }

  /// Returns the texts of the marks, by line and year.
  async words() {
    return (await this.marks()).map(({ words }) => words);
  }

  /// Returns the marks by line and year, as the browser shows them.
  marks() {
    return this.drawing.evaluate((drawing) => {
      const statuses = ['reported', 'derived', 'target', 'planned', 'preliminary'];
      const marks = [...drawing.querySelectorAll('a.mark')].map((mark) => {
        const [line, point] = mark.dataset.at.split(' ').map(Number);
        const style = getComputedStyle(mark.querySelector('.shape'));
        const [, from, to] = /(\d+)V(\d+)/.exec(mark.querySelector('.stub')?.getAttribute('d')) ?? [];
        const seen = {
          words: mark.querySelector('title').textContent,
          path: mark.getAttribute('href'),
          line,
          status: statuses.filter((status) => mark.classList.contains(status)).join(' '),
          filled: style.fill === style.color,
          dashed: style.strokeDasharray !== 'none',
          open: from === undefined ? '' : Number(to) < Number(from) ? 'up' : 'down',
        };
        return { seen, order: line * 1000 + point };
      });
      return marks.sort((one, other) => one.order - other.order).map(({ seen }) => seen);
    });
  }

  /// Returns which marks are joined by lines, and the style of the lines.
  links() {
    return this.drawing.evaluate((drawing) => {
      const marks = [...drawing.querySelectorAll('a.mark')].map((mark) => {
        const { x, y, width, height } = mark.querySelector('.shape').getBBox();
        return { x: x + width / 2, y: y + height / 2, words: mark.querySelector('title').textContent };
      });
      // The middle of a triangle's bounding box is not exactly its point.
      const at = ([x, y]) => marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < 1.5)?.words;
      return [...drawing.querySelectorAll('.link')].map((link) => {
        const joined = link.getAttribute('points').split(' ').map((place) => at(place.split(',').map(Number)));
        const status = ['reported', 'derived'].filter((status) => link.classList.contains(status)).join(' ');
        return { joined, status, dashed: getComputedStyle(link).strokeDasharray !== 'none' };
      });
    });
  }

  /// Returns the position of a mark in the window, or of a point at an offset from it, in units of the drawing.
  async place(number, [right, down] = [0, 0]) {
    await this.drawing.scrollIntoViewIfNeeded();
    return this.drawing.evaluate((drawing, { number, right, down }) => {
      const order = (mark) => Number(mark.dataset.at.split(' ')[0]) * 1000 + Number(mark.dataset.at.split(' ')[1]);
      const mark = [...drawing.querySelectorAll('a.mark')].sort((one, other) => order(one) - order(other))[number];
      const shape = mark.querySelector('.shape').getBBox();
      const [x, y] = [shape.x + shape.width / 2, shape.y + shape.height / 2];
      const frame = drawing.getBoundingClientRect();
      const scale = frame.width / drawing.viewBox.baseVal.width;
      return [frame.left + (x + right) * scale, frame.top + (y + down) * scale];
    }, { number, right, down });
  }
}
