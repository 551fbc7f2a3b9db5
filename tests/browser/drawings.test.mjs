// Every chart has two homes, the server and the browser, and a third where scripts are off: all draw it alike. And
// no chart joins what does not belong together.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, useSite } from './support.mjs';

const site = useSite();

/// Besides as it is by itself, each page is drawn in one of these views, which between them change all of a drawing.
const VIEWS = ['values=index&scale=log', 'form=bars&currency=usd', 'panels=each', 'values=growth&panels=each&charts=beside'];

const ZONE = '/zones/liyang-high-tech-zone';
const COMPARED = '/compare?zones=pudong-new-area,suzhou-industrial-park,zhongguancun-science-park,liyang-high-tech-zone';

/// How long the browser may take to draw a page that it was led to.
const DRAWING_TIMEOUT = 10_000;

for (const [language, prefix] of ['', '/zh'].entries()) {
  test(`server and browser draw every chart of the dataset alike: ${prefix}/zones and ${prefix}/groups`, async (t) => {
    const visit = await led(t, prefix);
    const counts = [];
    for (const path of await pagesOfFigures()) {
      const count = await drawingsServed(prefix + path);
      if (count === 0) continue;
      const view = VIEWS[(counts.length + language) % VIEWS.length];
      counts.push(count);
      for (const query of ['', `?${view}`]) await drawnAlike(visit, `${prefix}${path}${query}`);
    }
    // Two widths of each chart; fewer pages than these would mean that charts are gone.
    assert.ok(counts.length >= 40, `${counts.length} pages with charts`);
    assert.ok(counts.every((count) => count % 2 === 0));
    await stillHere(visit);
  });

  test(`server and browser draw alike what compares zones: ${prefix}/compare and ${prefix}/indicators`, async (t) => {
    const visit = await led(t, prefix);
    await drawnAlike(visit, `${prefix}/indicators/gdp`);
    const others = await visit.page.locator('.indicator-others a').evaluateAll((links) => links.map((link) => link.pathname));
    assert.ok(others.length > 40, `${others.length} indicators`);
    const found = [];
    for (const path of [...others, `${prefix}/indicators/area?page=2`]) {
      // Of many no value is known: then there is nothing to draw.
      if ((await drawingsServed(path)) === 0) continue;
      found.push(path);
      await drawnAlike(visit, path);
    }
    assert.ok(found.length > 20, `drawings of ${found.length} indicators`);
    for (const of of ['&indicator=gdp', '&indicator=gdp&with=vpns4&with=k3xbn', '&indicator=population']) {
      for (const view of ['', ...VIEWS]) await drawnAlike(visit, `${prefix}${COMPARED}${of}${view && `&${view}`}`);
    }
    await stillHere(visit);
  });
}

for (const path of [ZONE, `/zh${COMPARED}&indicator=gdp`]) {
  test(`every control of ${path} draws what the server sends for its address, and Back undoes it`, async (t) => {
    const visit = await site.open(t, path);
    const { page } = visit;
    await page.evaluate(() => (window.unbroken = true));
    const links = page.locator('.chart-choices a, a.legend-line, a.chip');
    const controls = await links.evaluateAll((all) => all.map(({ id, pathname, search, ariaCurrent }) => {
      return { id, href: pathname + search, isCurrent: ariaCurrent !== null };
    }));
    assert.ok(controls.length >= 15, `${controls.length} controls`);
    assert.equal(new Set(controls.map(({ id }) => id)).size, controls.length, 'one name for two controls');
    const here = await charts(page, path);
    for (const { id, href, isCurrent } of controls) {
      const there = await charts(page, href);
      assert.equal(there === here, isCurrent, `${id}: what is chosen leads to the same, all else to something else`);
      if (isCurrent) continue;
      await page.locator(`[id="${id}"]`).click();
      await draws(page, href, there);
      await page.goBack();
      await draws(page, path, here);
    }
    await stillHere(visit);
  });
}

test('without JavaScript links lead to every view, drawn as with it', async (t) => {
  const visit = await site.open(t, ZONE, { javaScript: false });
  const { page } = visit;
  const seen = new Map();
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
    await page.locator(`[id="${id}"]`).click();
    await page.waitForURL(`${site.origin}${ZONE}?${query}`);
    seen.set(query, await charts(page));
  }
  assertClean(visit);
  const live = await led(t, '');
  for (const [query, drawn] of seen) {
    const path = `${ZONE}?${query}`;
    await follow(live, path);
    await draws(live.page, path, drawn);
  }
  await stillHere(live);
});

test('without JavaScript each mark and each row of the table leads to its receipt', async (t) => {
  const visit = await site.open(t, '/zones/pudong-new-area', { javaScript: false });
  const { page } = visit;
  const hrefs = (links) => links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href')))].sort());
  const marks = await hrefs(page.locator('a.mark'));
  assert.ok(marks.length > 25, `${marks.length} marks`);
  assert.deepEqual(await hrefs(page.locator('.growth-table a')), marks, 'the tables have what the charts have');
  for (const path of marks) {
    assert.match(path, /^\/figures\/[a-z0-9-]+$/);
    assert.equal((await fetch(site.origin + path)).status, 200, path);
  }
  // Nothing speaks of pointing and arrow keys where nobody listens to them.
  assert.equal(await page.locator('.chart-readout').first().isVisible(), false);
  const mark = page.locator('#chart-output a.mark').filter({ visible: true }).last();
  const [href, title] = [await mark.getAttribute('href'), await mark.locator('title').textContent()];
  await mark.focus();
  await mark.press('Enter');
  await page.waitForURL(site.origin + href);
  const value = /: (.+), \w+$/.exec(title)[1];
  assert.match(await page.getByRole('main').innerText(), new RegExp(value.replaceAll('.', '\\.')));
  assertClean(visit);
});

test('no chart joins figures that are not of one thing', async (t) => {
  const visit = await site.open(t, '/methods');
  const { figures } = await (await fetch(`${site.origin}/data/figures.json`)).json();
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const compared = ['', '&with=vpns4&with=k3xbn', '&with=vpns4&with=k3xbn&panels=each'];
  let count = 0;
  for (const path of [...(await pagesOfFigures()), ...compared.map((query) => `${COMPARED}&indicator=gdp${query}`)]) {
    for (const { ends } of await joins(visit.page, path)) {
      count += 1;
      // Marks may lie upon one another: one pair of those at the ends must belong together.
      const pairs = ends[0].flatMap((one) => ends[1].map((other) => [one, other]));
      const fit = pairs.some(([one, other]) => one.series === other.series && isOneThing(known.get(one.id), known.get(other.id)));
      assert.ok(fit, `${path} joins ${JSON.stringify(ends)}`);
    }
  }
  assert.ok(count > 60, `${count} stretches of lines`);
  assertClean(visit);
});

/// A page of the browser's half from which the router leads on without the server.
async function led(t, prefix) {
  const visit = await site.open(t, `${prefix}/methods`);
  await visit.page.evaluate(() => (window.unbroken = true));
  return visit;
}

/// Fails if a page was loaded in full meanwhile, or the browser complained.
async function stillHere(visit) {
  assert.equal(await visit.page.evaluate(() => window.unbroken), true, 'a page was loaded in full');
  assertClean(visit);
}

/// The pages of all zones and groups of which there are figures.
async function pagesOfFigures() {
  const lines = (await (await fetch(`${site.origin}/data/figures.csv`)).text()).split('\n');
  const place = lines[0].split(',').indexOf('page');
  // What stands before it is never quoted. A line may be the rest of a quoted text: then it has no address there.
  const pages = lines.slice(1).map((line) => line.split(',')[place]);
  return [...new Set(pages.filter((page) => /^\/(zones|groups)\/[a-z0-9-]+$/.test(page)))].sort();
}

async function drawingsServed(path) {
  const answer = await fetch(site.origin + path);
  assert.equal(answer.status, 200, path);
  return (await answer.text()).split('<svg class="chart chart-ink').length - 1;
}

/// Goes to an address by a link that the router follows; fails unless what the browser draws there is what the server
/// sends.
async function drawnAlike({ page }, path) {
  const served = await charts(page, path);
  assert.match(served, /<svg class="chart /, `no drawing at ${path}`);
  await follow({ page }, path);
  await draws(page, path, served);
}

/// Clicks a link to an address, put into the page for this.
function follow({ page }, path) {
  return page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}

/// Waits until the page of an address is there and its charts are as expected; fails with the first difference.
async function draws(page, path, expected) {
  await page.waitForURL(new URL(path, site.origin).href);
  const deadline = Date.now() + DRAWING_TIMEOUT;
  let drawn = await charts(page);
  while (drawn !== expected && Date.now() < deadline) {
    await page.waitForTimeout(30);
    drawn = await charts(page);
  }
  if (drawn === expected) return;
  let at = 0;
  while (expected[at] === drawn[at]) at += 1;
  const [wanted, got] = [expected, drawn].map((text) => text.slice(Math.max(at - 80, 0), at + 80));
  assert.fail(`${path} is drawn otherwise, from letter ${at} on:\n${got}\ninstead of\n${wanted}`);
}

/// All that is drawn on this page, or on one as the server sends it: charts, controls, legends, tables. Without what
/// the browser's half sets for those who steer over the marks.
function charts(page, path) {
  return page.evaluate(async (path) => {
    const text = path && (await (await fetch(path)).text());
    const root = path ? new DOMParser().parseFromString(text, 'text/html') : document;
    const copies = [...root.querySelectorAll('.charts')].map((place) => place.cloneNode(true));
    for (const mark of copies.flatMap((copy) => [...copy.querySelectorAll('a.mark')])) {
      mark.removeAttribute('tabindex');
      mark.classList.remove('lit');
    }
    // The elements alone: Leptos puts a comment after them where it drew them itself.
    return copies.flatMap((copy) => [...copy.children].map((part) => part.outerHTML)).join('\n');
  }, path);
}

/// The stretches of lines in the drawings of a page, from one point to the next: for each end the marks that are there.
function joins(page, path) {
  return page.evaluate(async (path) => {
    const root = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    // How far a place is from the left upper corner of each shape about it, but for discs.
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
        return places.slice(1).map((next, number) => ({ ends: [places[number], next] }));
      });
    });
  }, path);
}

/// Whether two figures may be points of one line, in years that follow one another.
function isOneThing(one, other) {
  const same = ['page', 'subject', 'indicator', 'definition', 'measure', 'scope', 'unit'];
  const [year, next] = [one, other].map(({ period }) => Number(/\d{4}/.exec(period)[0]));
  const isKnown = ({ status, low, high }) => !['target', 'planned'].includes(status) && low !== '' && high !== '';
  return same.every((name) => one[name] === other[name]) && year + 1 === next && isKnown(one) && isKnown(other);
}
