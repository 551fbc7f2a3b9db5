// The server draws charts, and the browser draws them again when the URL changes without a full load. Both drawings are
// equal.

import { follow } from './atlas.mjs';
import { expect, test, unfoldOptions } from './support.mjs';
import { textFaults } from './text-faults.mjs';

/// Each page is compared without a query and with one of these views. Together they change every part of a drawing.
const VIEWS = ['values=index&scale=log', 'form=bars&currency=usd', 'panels=each', 'values=growth&panels=each&charts=beside'];

const QINGLAN = '/zones/qinglan-high-tech-zone';
const COMPARED = '/compare?zones=haidu-new-area,muyun-industrial-park,wencun-science-park,qinglan-high-tech-zone';

/// Six zones of the shipped dataset.
const LARGE_ZONES = `/compare?zones=${[
  'suzhou-industrial-park',
  'suzhou-high-tech-zone',
  'wuxi-high-tech-zone',
  'beijing-economic-technological-development-area',
  'pudong-new-area',
  'tianjin-economic-technological-development-area',
].join(',')}`;

/// The polling intervals, in milliseconds; most charts are drawn within one.
const INTERVALS = [10, 20, 50, 100];

for (const [number, prefix] of ['', '/zh'].entries()) {
  test(`server and browser draw every chart of ${prefix}/zones and ${prefix}/groups equally`, async ({ open, origin }) => {
    const visit = await open(`${prefix}/methods`);
    const paths = await pagesWithCharts(origin, prefix);
    expect(paths.length).toBeGreaterThan(15);
    await expectSameDrawings(visit, paths, number);
  });

  test(`server and browser draw every chart of ${prefix}/compare equally`, async ({ open }) => {
    const { page } = await open(prefix + COMPARED);
    await page.evaluate(() => (window.sameDocument = true));
    for (const query of ['&indicator=gdp', '&indicator=gdp&with=vpns4&with=k3xbn', '&indicator=population']) {
      for (const view of ['', ...VIEWS]) await expectSameDrawing(page, `${prefix}${COMPARED}${query}${view && `&${view}`}`);
    }
    await expectSameDocument(page);
  });
}

test.describe('the dataset that ships', () => {
  test.use({ dataset: 'shipped' });

  test('server and browser draw the charts of ten pages equally', async ({ open, origin }) => {
    const visit = await open('/methods');
    const paths = await pagesWithCharts(origin, '');
    expect(paths.length).toBeGreaterThan(10);
    // Ten pages, evenly distributed, alternating between English and Chinese.
    const sample = Array.from({ length: 10 }, (_, number) => paths[Math.floor((number * paths.length) / 10)]);
    await expectSameDrawings(visit, sample.map((path, number) => (number % 2 ? '/zh' : '') + path), 0);
  });

  for (const prefix of ['', '/zh']) {
    test(`no text covers another one, or leaves its drawing, in any chart of ${prefix || '/'}`, async ({ open, origin }) => {
      // The test measures the server's HTML in a page that has the style sheet, so no hydration is needed.
      const { page } = await open('/methods', { javaScript: false });
      let count = 0;
      for (const path of await pagesWithCharts(origin, prefix)) {
        for (const query of ['', '?form=bars', '?panels=each', '?values=index']) {
          const drawings = await servedDrawings(origin, path + query);
          count += drawings.length;
          expect(await page.evaluate(textFaults, drawings), path + query).toEqual([]);
        }
      }
      expect(count, 'drawings').toBeGreaterThan(500);
      const { figures } = await (await fetch(`${origin}/data/figures.json`)).json();
      const indicators = [...new Set(figures.map(({ indicator }) => indicator))];
      const rankings = indicators.flatMap((id) => [`/indicators/${id}`, `/indicators/${id}?scale=log`]);
      const compared = ['gdp', 'fiscal-revenue', 'industrial-output', 'area'].map((id) => `${LARGE_ZONES}&indicator=${id}`);
      const totals = compared.flatMap((path) => [path, `${path}&values=index`, `${path}&form=bars`, `${path}&panels=each`]);
      for (const path of [...rankings, ...totals]) {
        expect(await page.evaluate(textFaults, await servedDrawings(origin, prefix + path)), path).toEqual([]);
      }
    });
  }
});

for (const path of [QINGLAN, `/zh${COMPARED}&indicator=gdp`]) {
  test(`each control draws what the server sends for its address, and Back undoes it: ${path.replace(/\?.*/, '')}`, async ({ open }) => {
    const { page } = await open(path);
    await page.evaluate(() => (window.sameDocument = true));
    const links = page.locator('.chart-choices a, a.legend-line');
    const controls = await links.evaluateAll((all) => all.map(({ id, pathname, search, ariaCurrent }) => {
      return { id, href: pathname + search, isCurrent: ariaCurrent !== null };
    }));
    expect(controls.length).toBeGreaterThanOrEqual(15);
    expect(new Set(controls.map(({ id }) => id)).size, 'each control has an id of its own').toBe(controls.length);
    const here = await charts(page, path);
    for (const { id, href, isCurrent } of controls) {
      const there = await charts(page, href);
      // The current choices link to the current view, all others to another one.
      expect(there === here, id).toBe(isCurrent);
      if (isCurrent) continue;
      await unfoldOptions(page);
      await page.locator(`[id="${id}"]`).click();
      await expectDrawing(page, href, there);
      await page.goBack();
      await expectDrawing(page, path, here);
    }
    await expectSameDocument(page);
  });
}

test('without JavaScript links lead to every view, drawn as with JavaScript', async ({ open }) => {
  const { page } = await open(QINGLAN, { javaScript: false });
  const views = new Map();
  for (const [id, query] of [
    ['chart-bars', 'form=bars'],
    ['chart-usd', 'form=bars&currency=usd'],
    ['chart-output-line-b496p', 'form=bars&currency=usd&hide=b496p'],
    ['chart-line', 'currency=usd&hide=b496p'],
    ['chart-each', 'currency=usd&panels=each&hide=b496p'],
    ['chart-output-line-b496p', 'currency=usd&panels=each'],
    ['chart-together', 'currency=usd'],
    ['chart-index', 'values=index&currency=usd'],
    ['chart-2013', 'values=index&base=2013&currency=usd'],
    ['chart-log', 'values=index&base=2013&currency=usd&scale=log'],
    ['chart-growth', 'values=growth&currency=usd&scale=log'],
    ['chart-table', 'form=table&values=growth&currency=usd&scale=log'],
    ['chart-amount', 'form=table&currency=usd&scale=log'],
  ]) {
    await unfoldOptions(page);
    await page.locator(`[id="${id}"]`).click();
    await expect(page).toHaveURL(`${QINGLAN}?${query}`);
    views.set(query, await charts(page));
  }
  await page.close();
  const { page: live } = await open(QINGLAN);
  await live.evaluate(() => (window.sameDocument = true));
  for (const [query, drawn] of views) {
    await follow(live, `${QINGLAN}?${query}`);
    await expectDrawing(live, `${QINGLAN}?${query}`, drawn);
  }
  await expectSameDocument(live);
});

test('without JavaScript a mark opens its receipt by keyboard, and no hint about pointing is visible', async ({ open }) => {
  const { page } = await open('/zones/haidu-new-area', { javaScript: false });
  await expect(page.locator('.chart-hint').first()).toBeAttached();
  await expect(page.locator('.chart-hint').filter({ visible: true })).toHaveCount(0);
  const mark = page.locator('#chart-output a.mark').filter({ visible: true }).last();
  const [path, title] = [await mark.getAttribute('href'), await mark.locator('title').textContent()];
  await mark.focus();
  await mark.press('Enter');
  await expect(page).toHaveURL(path);
  const value = /: (.+), \w+$/.exec(title)[1];
  await expect(page.getByRole('main')).toContainText(value);
});

test('no chart joins figures of different things', async ({ open, origin }) => {
  // The test parses the server's HTML in a page, so no hydration is needed.
  const { page } = await open('/methods', { javaScript: false });
  const { figures } = await (await fetch(`${origin}/data/figures.json`)).json();
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const compared = ['', '&with=vpns4&with=k3xbn', '&with=vpns4&with=k3xbn&panels=each'];
  let count = 0;
  for (const path of [...(await pagesOfFigures(origin)), ...compared.map((query) => `${COMPARED}&indicator=gdp${query}`)]) {
    for (const { ends, kind } of await joins(page, path)) {
      count += 1;
      // Several marks may have the same position: one mark of each end must fit together.
      const pairs = ends[0].flatMap((one) => ends[1].map((other) => [one, other]));
      const fit = pairs.some(([one, other]) => one.series === other.series && mayBeJoined(kind, known.get(one.id), known.get(other.id)));
      expect(fit, `${path} joins ${JSON.stringify(ends)}`).toBe(true);
    }
  }
  expect(count, 'stretches of lines').toBeGreaterThan(40);
});

/// Fails if a page was loaded in full since the test set `sameDocument`.
async function expectSameDocument(page) {
  expect(await page.evaluate(() => window.sameDocument), 'no page was loaded in full').toBe(true);
}

/// Returns the pages of all zones and groups with figures.
async function pagesOfFigures(origin) {
  const { figures } = await (await fetch(`${origin}/data/figures.json`)).json();
  const pages = new Set(figures.map(({ page }) => page));
  return [...pages].filter((page) => /^\/(zones|groups)\/[a-z0-9-]+$/.test(page)).sort();
}

/// Returns the paths of those pages that have charts, in a language.
async function pagesWithCharts(origin, prefix) {
  const found = [];
  for (const page of await pagesOfFigures(origin)) {
    const count = (await servedDrawings(origin, prefix + page)).length;
    // Each chart has two drawings, a wide one and a narrow one.
    expect(count % 2, page).toBe(0);
    if (count > 0) found.push(prefix + page);
  }
  return found;
}

async function servedDrawings(origin, path) {
  const response = await fetch(origin + path);
  expect(response.status, path).toBe(200);
  return (await response.text()).match(/<svg class="chart chart-ink.*?<\/svg>/gs) ?? [];
}

/// Compares the drawings of server and browser for each page: with one of the views, then without a query.
async function expectSameDrawings(visit, paths, first) {
  for (const [number, path] of paths.entries()) {
    await visit.go(path);
    await visit.page.evaluate(() => (window.sameDocument = true));
    const view = VIEWS[(number + first) % VIEWS.length];
    for (const query of [`?${view}`, '']) await expectSameDrawing(visit.page, path + query);
    await expectSameDocument(visit.page);
  }
}

/// Goes to another view of the page; fails unless the browser draws the same as the server.
async function expectSameDrawing(page, path) {
  const served = await charts(page, path);
  expect(served, path).toMatch(/<svg class="chart |class="growth-number"/);
  await follow(page, path);
  await expectDrawing(page, path, served);
}

/// Waits until the page has this URL and its charts are as expected; fails with the first difference.
async function expectDrawing(page, path, expected) {
  await expect(page).toHaveURL(path);
  const difference = async () => {
    const drawn = await charts(page);
    if (drawn === expected) return 'none';
    let at = 0;
    while (expected[at] === drawn[at]) at += 1;
    const [wanted, got] = [expected, drawn].map((text) => text.slice(Math.max(at - 80, 0), at + 80));
    return `at letter ${at}: ${got}\ninstead of: ${wanted}`;
  };
  await expect.poll(difference, { message: `difference at ${path}`, intervals: INTERVALS }).toBe('none');
}

/// Returns the charts, controls, legends and tables of this page, or of the server's HTML of `path`. Attributes that
/// the browser adds to marks, and whether the options are unfolded, are left out.
function charts(page, path) {
  return page.evaluate(async (path) => {
    const text = path && (await (await fetch(path)).text());
    const root = path ? new DOMParser().parseFromString(text, 'text/html') : document;
    const copies = [...root.querySelectorAll('.charts > leptos-children > div')].map((place) => place.cloneNode(true));
    for (const mark of copies.flatMap((copy) => [...copy.querySelectorAll('a.mark')])) {
      mark.removeAttribute('tabindex');
      mark.classList.remove('highlighted');
    }
    for (const options of copies.flatMap((copy) => [...copy.querySelectorAll('#chart-options')])) options.open = false;
    return copies.flatMap((copy) => [...copy.children].map((part) => part.outerHTML)).join('\n');
  }, path);
}

/// Returns the line segments in the drawings of a page: the kind of line, and the marks at each end.
function joins(page, path) {
  return page.evaluate(async (path) => {
    const root = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    // The offset from the upper left corner of each shape to its middle, for all shapes except circles.
    const CORNERS = [undefined, [4, 4], [6, 6], [6, 6], [6, 4], [6, 5]];
    const numbers = (points) => points.split(' ').map((point) => point.split(',').map(Number));
    const middle = (mark, shape) => {
      if (shape.localName === 'circle') return `${shape.getAttribute('cx')},${shape.getAttribute('cy')}`;
      const points = numbers(shape.getAttribute('points'));
      const [x, y] = CORNERS[/series-(\d)/.exec(mark.getAttribute('class'))[1]];
      return `${Math.min(...points.map(([x]) => x)) + x},${Math.min(...points.map(([, y]) => y)) + y}`;
    };
    return [...root.querySelectorAll('.growth-drawing svg.chart')].flatMap((drawing) => {
      const marks = [...drawing.querySelectorAll('a.mark')].map((mark) => {
        const [series] = mark.dataset.at.split(' ');
        return { at: middle(mark, mark.querySelector('.shape')), series, id: mark.getAttribute('href').split('/').at(-1) };
      });
      return [...drawing.querySelectorAll('.link')].flatMap((link) => {
        const places = link.getAttribute('points').split(' ').map((place) => marks.filter(({ at }) => at === place));
        return places.slice(1).map((next, number) => ({ ends: [places[number], next], kind: link.getAttribute('class') }));
      });
    });
  }, path);
}

/// True if a line of this kind may join two figures of the same series. Solid: two known values of consecutive years.
/// Thin (`gap`): two known values of one source with years between them. Dashed (`to-target`): a known value and a
/// later target.
function mayBeJoined(kind, one, other) {
  const same = [
    'page', 'subject_kind', 'subject_name_en', 'subject_members', 'indicator', 'definition_kind', 'measure_kind', 'measure_name_en',
    'measure_from', 'measure_prices', 'scope_kind', 'scope_name_en', 'unit',
  ];
  const [year, next] = [one, other].map(({ period }) => Number(/\d{4}/.exec(period)[0]));
  const isKnown = (figure) => !['target', 'planned'].includes(figure.status) && figure.value_low !== null && figure.value_high !== null;
  if (!same.every((name) => one[name] === other[name]) || !isKnown(one)) return false;
  if (kind.includes('to-target')) return next > year && !isKnown(other);
  if (kind.includes('gap')) return next > year + 1 && isKnown(other) && one.source === other.source;
  return next === year + 1 && isKnown(other);
}
