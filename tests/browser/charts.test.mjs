// Charts as they are read: what their marks say, by pointer, finger, keyboard and ear.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, hydrated, overflow, useSite } from './support.mjs';

const site = useSite();

const LIYANG = '/zones/liyang-high-tech-zone';
const LIUYANG = '/zones/liuyang-etdz';
const PUDONG = '/zones/pudong-new-area';

const PARK = 'Industrial output (predecessor: Jiangsu Zhongguancun Science & Technology Industrial Park, gross)';
const BATTERIES = 'Industrial output (industry: Power and energy batteries)';

const LANGUAGES = [
  {
    prefix: '',
    hint: /^Point at a mark to read it\./,
    park: PARK,
    batteries: BATTERIES,
    notWhole: 'not the whole zone',
    liyang: ['2012: 88.30–88.48 billion yuan, derived', '2013: 94.4 billion yuan, reported', '2020: over 25 billion yuan, reported'],
    liuyang: ['2013: under 60.25 billion yuan, derived', '2017: 120 billion yuan, reported', '2020: over 200 billion yuan, target'],
    read: (line, words, source) => `${line}: ${words}. Source: ${source}.`,
    ours: 'derived by us',
    hide: (line) => `Hide ${line}`,
    show: (line) => `Show ${line}`,
    nothing: 'All lines are switched off. The legend brings them back.',
  },
  {
    prefix: '/zh',
    hint: /^指向标记即可读数。/,
    park: '工业产值（前身：江苏中关村科技产业园，总产值口径）',
    batteries: '工业产值（产业：动力与储能电池）',
    notWhole: '并非全区',
    liyang: ['2012年：883.0–884.8亿元，推算', '2013年：944亿元，已报告', '2020年：超过250亿元，已报告'],
    liuyang: ['2013年：不足602.5亿元，推算', '2017年：1,200亿元，已报告', '2020年：超过2,000亿元，目标'],
    read: (line, words, source) => `${line}：${words}。来源：${source}。`,
    ours: '本站推算',
    hide: (line) => `隐去${line}`,
    show: (line) => `显示${line}`,
    nothing: '所有的线均已隐去，可由图例恢复。',
  },
];

/// Who states what Liyang's chart shows: a title, the same in both languages.
const SOURCE = 'Liyang High-tech Zone';

for (const { prefix, hint, park, batteries, notWhole, liyang, liuyang, read, ours, hide, show, nothing } of LANGUAGES) {
  test(`${prefix}${LIYANG} shows what is known of its output, and no more`, async (t) => {
    const visit = await site.open(t, prefix + LIYANG);
    const chart = new Chart(visit.page, 'output');
    const [y2012, y2013, y2020] = liyang;
    assert.deepEqual(await chart.marks(), [
      { words: y2012, path: `${prefix}/figures/t6a2e-before`, line: 0, status: 'derived', filled: false, dashed: true, arrow: '' },
      { words: y2013, path: `${prefix}/figures/fyqx5`, line: 0, status: 'reported', filled: true, dashed: false, arrow: '' },
      { words: y2020, path: `${prefix}/figures/b496p`, line: 1, status: 'reported', filled: true, dashed: false, arrow: 'up' },
    ]);
    assert.deepEqual(await chart.links(), [{ joined: [y2012, y2013], status: 'derived', dashed: true }]);
    assert.deepEqual(await chart.figure.locator('.legend-line').allInnerTexts(), [park, batteries]);
    assert.deepEqual(await chart.figure.locator('.legend-note').allInnerTexts(), [notWhole]);
    assertClean(visit);
  });

  test(`${prefix}${LIUYANG} shows a target as a target`, async (t) => {
    const visit = await site.open(t, prefix + LIUYANG);
    const chart = new Chart(visit.page, 'output');
    const [y2013, y2017, y2020] = liuyang;
    assert.deepEqual(await chart.marks(), [
      { words: y2013, path: `${prefix}/figures/z48tt-before`, line: 0, status: 'derived', filled: false, dashed: true, arrow: 'down' },
      { words: y2017, path: `${prefix}/figures/bx88w`, line: 0, status: 'reported', filled: true, dashed: false, arrow: '' },
      { words: y2020, path: `${prefix}/figures/vphp2`, line: 1, status: 'target', filled: false, dashed: false, arrow: 'up' },
    ]);
    assert.deepEqual(await chart.links(), [], 'years apart are not joined, and neither is a wish');
    assertClean(visit);
  });

  test(`a pointer reads the marks of ${prefix}${LIYANG}`, async (t) => {
    const visit = await site.open(t, prefix + LIYANG);
    const { page } = visit;
    const [chart, other] = [new Chart(page, 'output'), new Chart(page, 'fiscal')];
    assert.equal(await chart.readout.getAttribute('aria-live'), 'polite');
    assert.match(await chart.readout.innerText(), hint);
    const said = [read(park, liyang[0], ours), read(park, liyang[1], SOURCE), read(batteries, liyang[2], SOURCE)];
    for (const [number, words] of liyang.entries()) {
      // Beside it, where no other is nearer.
      for (const aside of [[0, 0], [-14, 18]]) {
        await page.mouse.move(...(await chart.place(number, aside)));
        assert.deepEqual(await chart.lit(), [words]);
        assert.equal(await chart.readout.innerText(), said[number]);
      }
    }
    assert.match(await other.readout.innerText(), hint, 'the other chart says something too');
    await page.mouse.move(2, 2);
    assert.deepEqual(await chart.lit(), []);
    assert.match(await chart.readout.innerText(), hint);

    // What is drawn anew is read anew.
    await page.locator(`[id="chart-output-line-t6a2e-before"]`).click();
    await page.waitForURL(`**${prefix}${LIYANG}?hide=t6a2e-before`);
    await page.mouse.move(...(await chart.place(0)));
    assert.equal(await chart.readout.innerText(), said[2]);
    assertClean(visit);
  });

  test(`the legend of ${prefix}${LIYANG} switches lines off and on`, async (t) => {
    const visit = await site.open(t, prefix + LIYANG);
    const { page } = visit;
    await page.evaluate(() => (window.unbroken = true));
    const chart = new Chart(page, 'output');
    const state = async () => ({ query: new URL(page.url()).search, marks: (await chart.marks()).map(({ words }) => words) });
    const [first, second] = ['t6a2e-before', 'b496p'].map((id) => page.locator(`[id="chart-output-line-${id}"]`));
    const hidden = chart.figure.locator('.legend-hidden .legend-line');
    const states = [await state()];
    // By pointer and by key: it keeps the focus, though the chart about it is another one.
    for (const [toggle, act] of [[first, 'click'], [second, 'press'], [first, 'press']]) {
      await (act === 'click' ? toggle.click() : toggle.press('Enter'));
      await page.waitForURL((url) => url.search !== states.at(-1).query);
      states.push(await state());
      assert.equal(await toggle.evaluate((link) => link === document.activeElement), true, `focus after ${act}`);
    }
    assert.deepEqual(states, [
      { query: '', marks: liyang },
      { query: '?hide=t6a2e-before', marks: [liyang[2]] },
      { query: '?hide=t6a2e-before&hide=b496p', marks: [] },
      { query: '?hide=b496p', marks: liyang.slice(0, 2) },
    ]);
    const labels = [await first.getAttribute('aria-label'), await second.getAttribute('aria-label')];
    assert.deepEqual(labels, [hide(park), show(batteries)]);
    assert.deepEqual(await hidden.allInnerTexts(), [batteries]);
    for (const before of states.slice(0, -1).reverse()) {
      await page.goBack();
      await page.waitForURL((url) => url.search === before.query);
      assert.deepEqual(await state(), before, 'Back');
      if (before.marks.length === 0) {
        assert.deepEqual(await chart.drawing.locator('text').allTextContents(), [nothing]);
      }
    }
    assert.equal(await page.evaluate(() => window.unbroken), true, 'a page was loaded in full');
    assertClean(visit);
  });
}

test('the keyboard stops once in a drawing, and goes from mark to mark by arrow keys', async (t) => {
  const [{ park, batteries, liyang, read, ours }] = LANGUAGES;
  const said = [read(park, liyang[0], ours), read(park, liyang[1], SOURCE), read(batteries, liyang[2], SOURCE)];
  const visit = await site.open(t, LIYANG);
  const { page } = visit;
  const chart = new Chart(page, 'output');
  const focused = () => page.evaluate(() => document.activeElement.querySelector(':scope > title')?.textContent);
  await page.locator('#chart-beside').focus();
  await page.keyboard.press('Tab');
  // Of another line the mark nearest in time; at an end it stays.
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
    assert.equal(await focused(), liyang[number], `step ${step}`);
    assert.deepEqual(await chart.lit(), [liyang[number]], `step ${step}`);
    assert.equal(await chart.readout.innerText(), said[number], `step ${step}`);
  }
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'chart-output-line-t6a2e-before', 'out of the drawing');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), liyang[1], 'back where one was');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}/figures/fyqx5`);
  await hydrated(page);
  assertClean(visit);
});

test('what is drawn otherwise stays in its place, with the focus and what a screen reader holds', async (t) => {
  const visit = await site.open(t, LIYANG);
  const { page } = visit;
  const chart = new Chart(page, 'output');
  const known = () => chart.drawing.evaluate((drawing) => [...drawing.querySelectorAll('a.mark')].map((mark) => mark.known));
  const choose = async (control) => {
    const href = await page.locator(`#${control}`).getAttribute('href');
    await page.locator(`#${control}`).click();
    await page.waitForURL(site.origin + href);
  };
  const before = await chart.marks();
  await chart.drawing.evaluate((drawing) => {
    for (const mark of drawing.querySelectorAll('a.mark')) mark.known = mark.getAttribute('href');
  });
  const paths = await known();
  await page.mouse.move(...(await chart.place(0)));
  assert.equal((await chart.lit()).length, 1);

  await choose('chart-usd');
  assert.deepEqual(await known(), paths, 'the marks are the same elements');
  assert.notDeepEqual(await chart.marks(), before, 'and say something else');
  assert.deepEqual(await chart.lit(), []);
  assert.match(await chart.readout.innerText(), LANGUAGES[0].hint, 'an old value is still read out');

  await page.locator('[id="chart-output-line-b496p"]').click();
  await page.waitForURL((url) => url.searchParams.get('hide') === 'b496p');
  assert.deepEqual(await known(), paths.slice(0, 2), 'those of other lines stay');
  assertClean(visit);
});

for (const { width, columns } of [{ width: 1280, columns: 2 }, { width: 360, columns: 1 }]) {
  test(`the charts of a page stand side by side where there is room: ${width} px`, async (t) => {
    const visit = await site.open(t, PUDONG, { width, height: 900 });
    const { page } = visit;
    const frames = () => page.locator('.growth-chart').evaluateAll((charts) => charts.map((chart) => {
      const { left, right, top } = chart.getBoundingClientRect();
      const seen = (drawing) => drawing.getBoundingClientRect().width > 0;
      const drawings = [...chart.querySelectorAll('svg.chart')].filter(seen).map((drawing) => drawing.getAttribute('class'));
      return { left: Math.round(left), right: Math.round(right), top: Math.round(top), drawings };
    }));
    const large = await frames();
    assert.equal(large.length, 5);
    assert.equal(new Set(large.map(({ left }) => left)).size, 1, 'one below the other');
    assert.equal(await page.locator('.growth-fold').count(), 1);
    await page.locator('#chart-beside').click();
    await page.waitForURL((url) => url.searchParams.get('charts') === 'beside');
    const small = await frames();
    assert.equal(new Set(small.map(({ left }) => left)).size, columns);
    for (const [number, { left, top, drawings }] of small.entries()) {
      assert.deepEqual(drawings, ['chart chart-ink chart-narrow']);
      const before = small[number - 1];
      if (number % columns > 0) {
        assert.equal(top, before.top);
        assert.ok(left > before.right, 'charts lie upon one another');
      }
    }
    assert.equal(await page.locator('.growth-fold').count(), 5, 'every table is folded');
    assert.equal((await overflow(page)).length, 0);
    assertClean(visit);
  });
}

test('every drawing has one stop, however often it is drawn', async (t) => {
  const visit = await site.open(t, PUDONG);
  const { page } = visit;
  const stops = () => page.locator('svg.chart').evaluateAll((drawings) =>
    drawings.map((drawing) => [...drawing.querySelectorAll('a.mark')].map((mark) => mark.getAttribute('tabindex'))),
  );
  for (const control of [undefined, 'chart-bars', 'chart-growth', 'chart-line']) {
    if (control) {
      const href = await page.locator(`#${control}`).getAttribute('href');
      await page.locator(`#${control}`).click();
      await page.waitForURL(site.origin + href);
    }
    const all = await stops();
    assert.equal(all.length, 10);
    for (const [first, ...others] of all) {
      assert.equal(first ?? '0', '0', control);
      assert.ok(others.every((stop) => stop === '-1'), `${control}: ${others}`);
    }
  }
  assertClean(visit);
});

for (const { what, aside, opens } of [
  { what: 'near a mark reads it out', aside: [16, 22], opens: false },
  { what: 'on a mark opens its receipt', aside: [0, 0], opens: true },
]) {
  test(`a finger ${what}`, async (t) => {
    const [{ park, liyang, read }] = LANGUAGES;
    const visit = await site.open(t, LIYANG, { touch: true, width: 360, height: 740 });
    const { page } = visit;
    const chart = new Chart(page, 'output');
    await page.touchscreen.tap(...(await chart.place(1, aside)));
    if (opens) {
      await page.waitForURL(`${site.origin}/figures/fyqx5`);
      await hydrated(page);
    } else {
      // It stays when the finger has gone: nobody reads beneath a finger.
      await page.waitForTimeout(300);
      assert.equal(page.url(), site.origin + LIYANG);
      assert.equal(await chart.readout.innerText(), read(park, liyang[1], SOURCE));
      assert.deepEqual(await chart.lit(), [liyang[1]]);
    }
    assertClean(visit);
  });
}

test('what is unfolded stays so, and the page stays where it is, when charts are drawn anew', async (t) => {
  const visit = await site.open(t, PUDONG);
  const { page } = visit;
  const open = ['chart-gdp-table', 'chart-fiscal-take'];
  for (const id of open) await page.locator(`#${id} > summary`).click();
  const unfolded = () => page.locator('.charts details[open]').evaluateAll((all) => all.map(({ id }) => id).sort());
  const seen = () => page.evaluate(() => ({ focus: document.activeElement.id, top: window.scrollY }));
  await page.locator('#chart-bars').evaluate((link) => link.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const { top } = await seen();
  assert.ok(top > 0, 'nothing to keep');
  for (const [id, query] of [
    ['chart-bars', '?form=bars'],
    ['chart-usd', '?form=bars&currency=usd'],
    ['chart-index', '?form=bars&values=index&currency=usd'],
  ]) {
    await page.locator(`#${id}`).click();
    await page.waitForURL(`${site.origin}${PUDONG}${query}`);
    assert.deepEqual(await unfolded(), open.toSorted(), id);
    assert.deepEqual(await seen(), { focus: id, top }, id);
  }
  assertClean(visit);
});

test('a chart can be listened to', async (t) => {
  const visit = await site.open(t, LIYANG);
  const heard = await visit.page.locator('#chart-output').ariaSnapshot();
  assert.equal(heard.trim(), HEARD.trim());
  assertClean(visit);
});

/// What a screen reader has to say of Liyang's output: each value with its year and status, each line, each sign.
const HEARD = `
- figure "Output":
  - text: Output
  - 'group "Output. Points: ${PARK}, 2012: 88.30–88.48 billion yuan, derived; ${PARK}, 2013: 94.4 billion yuan, reported; ${BATTERIES}, 2020: over 25 billion yuan, reported."':
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
    - text: billion yuan, nominal
  - paragraph: "Point at a mark to read it. On the keyboard: arrow keys from mark to mark, Enter for the receipt."
  - list "Legend":
    - listitem:
      - 'link "Hide ${PARK}"':
        - /url: ${LIYANG}?hide=t6a2e-before
        - text: "${PARK}"
    - listitem:
      - 'link "Hide ${BATTERIES}"':
        - /url: ${LIYANG}?hide=b496p
        - text: "${BATTERIES}"
      - text: not the whole zone
    - listitem: derived by us
    - listitem: "arrow: more, or less, than stated"
    - listitem: what came before the zone
    - listitem: years without a figure
  - region "The same as a table":
    - table "The same as a table":
      - caption: The same as a table
      - rowgroup:
        - row "When Value Status":
          - columnheader "When"
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
  - group: Take this chart away
`;

/// A chart of a page, in the width that is seen.
class Chart {
  constructor(page, name) {
    this.figure = page.locator(`#chart-${name}`);
    this.drawing = this.figure.locator('svg.chart').filter({ visible: true });
    this.readout = this.figure.locator('.chart-readout');
  }

  /// The marks by line and year, as they are seen.
  marks() {
    return this.drawing.evaluate((drawing) => {
      const statuses = ['reported', 'derived', 'target', 'planned', 'preliminary'];
      const marks = [...drawing.querySelectorAll('a.mark')].map((mark) => {
        const [line, point] = mark.dataset.at.split(' ').map(Number);
        const style = getComputedStyle(mark.querySelector('.shape'));
        const [, from, to] = /V?(\d+)V(\d+)/.exec(mark.querySelector('.arrow')?.getAttribute('d')) ?? [];
        const seen = {
          words: mark.querySelector('title').textContent,
          path: mark.getAttribute('href'),
          line,
          status: statuses.filter((status) => mark.classList.contains(status)).join(' '),
          filled: style.fill === style.color,
          dashed: style.strokeDasharray !== 'none',
          arrow: from === undefined ? '' : Number(to) < Number(from) ? 'up' : 'down',
        };
        return { seen, order: line * 1000 + point };
      });
      return marks.sort((one, other) => one.order - other.order).map(({ seen }) => seen);
    });
  }

  /// Which marks are joined, and how.
  links() {
    return this.drawing.evaluate((drawing) => {
      const marks = [...drawing.querySelectorAll('a.mark')].map((mark) => {
        const { x, y, width, height } = mark.querySelector('.shape').getBBox();
        return { x: x + width / 2, y: y + height / 2, words: mark.querySelector('title').textContent };
      });
      // The middle of a triangle is not quite where it stands.
      const at = ([x, y]) => marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < 1.5)?.words;
      return [...drawing.querySelectorAll('.link')].map((link) => {
        const joined = link.getAttribute('points').split(' ').map((place) => at(place.split(',').map(Number)));
        const status = ['reported', 'derived'].filter((status) => link.classList.contains(status)).join(' ');
        return { joined, status, dashed: getComputedStyle(link).strokeDasharray !== 'none' };
      });
    });
  }

  /// The marks that are lit, in words.
  lit() {
    return this.figure.locator('a.mark.lit > title').allTextContents();
  }

  /// Where on the screen a mark is, or a place so far from it in the units of the drawing.
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
