// Zones side by side, and all of them by one indicator.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, firstNumber, settled, useSite } from './support.mjs';

const site = useSite();

/// Of each of these the gross domestic product is known.
const ZONES = [
  'liuyang-etdz',
  'pudong-new-area',
  'suzhou-industrial-park',
  'binhai-new-area',
  'beijing-economic-technological-development-area',
  'wuxi-high-tech-zone',
];

const SIX = `/compare?zones=${ZONES.join(',')}&indicator=gdp`;

/// The totals of all national zones of a class, by the first figure of each.
const TOTALS = [
  { id: 'vpns4', page: '/groups/national-etdzs' },
  { id: 'k3xbn', page: '/groups/national-high-tech-zones' },
];

const LANGUAGES = [
  {
    prefix: '',
    tag: 'en',
    latest: 'Gross domestic product, latest',
    code: 'Catalogue code',
    notKnown: 'not known',
    notApplicable: 'does not apply',
    others: /Of the others it is not known: they have no place in this table, not a low one\./,
    next: 'Next',
    previous: 'Previous',
    notFound: 'No such indicator',
  },
  {
    prefix: '/zh',
    tag: 'zh',
    latest: '地区生产总值，最新',
    code: '目录代码',
    notKnown: '不详',
    notApplicable: '不适用',
    others: /其余未知，不在表中，并非排名靠后。/,
    next: '下一页',
    previous: '上一页',
    notFound: '没有这个指标',
  },
];

for (const { prefix, tag, latest, code, notKnown, notApplicable, others } of LANGUAGES) {
  test(`six zones have a line each, and a total comes when it is asked for: ${prefix}/compare`, async (t) => {
    const visit = await site.open(t, prefix + SIX);
    const { page } = visit;
    await page.evaluate(() => (window.unbroken = true));
    const owners = await ownersOfFigures();
    const names = (pages) => pages.map((path) => owners.names.get(path)[tag]);
    const drawn = async () => {
      const marks = page.locator('#chart-gdp svg.chart').filter({ visible: true }).locator('a.mark');
      const paths = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('href').split('/').at(-1)));
      return new Set(paths.map((id) => owners.pages.get(id)));
    };
    const zones = ZONES.map((slug) => `/zones/${slug}`);
    const lines = page.locator('#chart-gdp .legend-line');
    const off = page.locator('#chart-gdp .legend-hidden .legend-line');
    const totals = TOTALS.map((total) => total.page);
    assert.deepEqual(await lines.allInnerTexts(), names([...zones, ...totals]));
    assert.deepEqual(await off.allInnerTexts(), names(totals));
    assert.deepEqual(await drawn(), new Set(zones));

    let query = '';
    for (const [number, { id }] of TOTALS.entries()) {
      query += `&with=${id}`;
      await page.locator(`[id="chart-gdp-line-${id}"]`).click();
      await page.waitForURL(`${site.origin}${prefix}${SIX}${query}`);
      assert.deepEqual(await off.allInnerTexts(), names(totals.slice(number + 1)));
      assert.deepEqual(await drawn(), new Set([...zones, ...totals.slice(0, number + 1)]));
    }
    await page.goBack();
    await page.goBack();
    await page.waitForURL(site.origin + prefix + SIX);
    assert.deepEqual(await drawn(), new Set(zones));

    // Who it is of is said with each value.
    const mark = page.locator('#chart-gdp svg.chart-wide a.mark').last();
    await mark.focus();
    const said = await page.locator('#chart-gdp .chart-readout').innerText();
    assert.match(said, /\d{4}/);
    assert.ok(said.startsWith(owners.names.get('/zones/wuxi-high-tech-zone')[tag]), said);
    assert.equal(await page.evaluate(() => window.unbroken), true, 'a page was loaded in full');
    assertClean(visit);
  });

  for (const javaScript of [true, false]) {
    test(`what is not known is said to be so: ${prefix}/compare, with${javaScript ? '' : 'out'} JavaScript`, async (t) => {
      const visit = await site.open(t, `${prefix}${SIX.replace('wuxi-high-tech-zone', 'liyang-high-tech-zone')}`, { javaScript });
      const rows = await visit.page.locator('table.compare tbody tr').evaluateAll((all) =>
        all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
      );
      const find = (name) => rows.find(([head]) => head === name).slice(1);
      // Two are new areas, which the catalogue does not list, and to totals no code applies.
      const codes = find(code);
      assert.deepEqual([1, 3].map((column) => codes[column]), [notKnown, notKnown]);
      assert.deepEqual([0, 2, 4, 5].map((column) => /^[A-Z]\d{6}$/.test(codes[column])), [true, true, true, true]);
      assert.ok(codes.slice(6).every((cell) => cell.endsWith(notApplicable)), `${codes}`);
      const values = find(latest);
      assert.equal(values.length, 8);
      assert.deepEqual(values.map((cell) => /\d/.test(cell)), [true, true, true, true, true, false, true, true]);
      assert.equal(values[5], notKnown);
      // Nothing is left blank, to be taken for nothing.
      assert.deepEqual(rows.filter((row) => row.some((cell) => cell === '')), []);
      assertClean(visit);
    });
  }

  test(`the order of ${prefix}/indicators/gdp is that of the amounts`, async (t) => {
    const visit = await site.open(t, `${prefix}/indicators/gdp`);
    const { page } = visit;
    const rows = await league(page);
    const { zones } = await (await fetch(`${site.origin}/indicators/gdp.json`)).json();
    const middles = new Map(zones.map(({ figure: { id, low, high } }) => [id, middle(low, high)]));
    assert.equal(rows.length, middles.size, 'more of them in the data than on the page');
    const values = rows.map(({ figure }) => middles.get(figure));
    assert.deepEqual(values, values.toSorted((one, other) => other - one));
    // The place says how many are greater: those of equal value share one.
    assert.deepEqual(rows.map(({ place }) => place), values.map((value) => 1 + values.filter((other) => other > value).length));
    const without = rows.filter(({ earlier }) => !/\d/.test(earlier));
    assert.ok(without.length > 0);
    assert.ok(without.every(({ earlier }) => earlier === notKnown), 'what was before');
    const known = await page.locator('.indicator-known').innerText();
    assert.match(known, others);
    const numbers = known.match(/\d[\d,]*/g).map(firstNumber);
    assert.ok([rows.length, 2562].every((number) => numbers.includes(number)), `${numbers}`);

    // A mark says of which zone it is.
    const mark = page.locator('svg.chart-wide a.mark').first();
    await mark.focus();
    assert.equal(await page.locator('.chart-readout').innerText(), await mark.locator('title').textContent());
    assert.ok((await mark.locator('title').textContent()).startsWith(rows[0].zone));
    assertClean(visit);
  });
}

for (const indicator of ['gdp', 'foreign-trade', 'area']) {
  test(`the chart of /indicators/${indicator} shows as many as it says, in the order of the page`, async (t) => {
    const visit = await site.open(t, `/indicators/${indicator}`, { javaScript: false });
    const { page } = visit;
    const said = firstNumber(await page.locator('#chart-title').innerText());
    const marks = page.locator('svg.chart-wide a.mark');
    const drawn = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('href').split('/').at(-1)));
    assert.equal(drawn.length, said);
    // Those in another unit than the first are in the table alone.
    const figures = (await league(page)).map(({ figure }) => figure);
    assert.equal(drawn[0], figures[0]);
    assert.deepEqual(drawn, figures.filter((figure) => drawn.includes(figure)));
    assertClean(visit);
  });
}

for (const { prefix, next, previous, notFound } of LANGUAGES) {
  for (const javaScript of [true, false]) {
    test(`one leafs through ${prefix}/indicators/area, with${javaScript ? '' : 'out'} JavaScript`, async (t) => {
      const path = `${prefix}/indicators/area`;
      const visit = await site.open(t, path, { javaScript });
      const { page } = visit;
      if (javaScript) await page.evaluate(() => (window.unbroken = true));
      const arrive = async (query) => {
        await page.waitForURL(`${site.origin}${path}${query}`);
        await (javaScript ? settled(page) : page.waitForLoadState());
        await page.locator(query ? 'nav.pages a[rel=prev]' : 'nav.pages:not(:has(a[rel=prev]))').waitFor();
        return league(page);
      };
      const first = await arrive('');
      assert.equal(first.length, 50);
      assert.equal(first[0].place, 1);
      await page.getByRole('link', { name: next, exact: true }).click();
      const second = await arrive('?page=2');
      assert.equal(second.length, 50);
      assert.ok(second[0].place >= first.at(-1).place, `${second[0].place} after ${first.at(-1).place}`);
      const both = new Set([...first, ...second].map(({ zone }) => zone));
      assert.equal(both.size, 100, 'a zone on both pages');
      await page.getByRole('link', { name: previous, exact: true }).click();
      assert.deepEqual(await arrive(''), first);
      await page.goBack();
      assert.deepEqual(await arrive('?page=2'), second);
      if (javaScript) assert.equal(await page.evaluate(() => window.unbroken), true, 'a page was loaded in full');
      assertClean(visit);
    });
  }

  test(`there is no page of an indicator but those that are: ${prefix}/indicators`, async (t) => {
    for (const path of ['area?page=0', 'area?page=999', 'area?page=x', 'gdp?page=2', 'nothing']) {
      const visit = await site.open(t, `${prefix}/indicators/${path}`, { javaScript: false });
      assert.equal(visit.status, 404, path);
      assert.equal(await visit.page.getByRole('heading', { level: 1 }).innerText(), notFound, path);
      assertClean(visit);
    }
    // Of an indicator of which nothing is known there is a page, that says so.
    const visit = await site.open(t, `${prefix}/indicators/competitiveness`, { javaScript: false });
    assert.equal(visit.status, 200);
    assert.equal(await visit.page.locator('svg.chart, table.league').count(), 0);
    assert.equal(await visit.page.locator('.not-known-line').count(), 1);
    assertClean(visit);
  });
}

/// Of which page each figure is, and what the zone or group of each page is called.
async function ownersOfFigures() {
  const { figures } = await (await fetch(`${site.origin}/data/figures.json`)).json();
  return {
    pages: new Map(figures.map(({ id, page }) => [id, page])),
    names: new Map(figures.map(({ page, page_name_en: en, page_name_zh: zh }) => [page, { en, zh }])),
  };
}

/// The rows of a league table.
function league(page) {
  return page.locator('table.league tbody tr').evaluateAll((rows) => rows.map((row) => {
    const [place, zone, value, , , earlier] = row.cells;
    return {
      place: Number(place.innerText.replaceAll(',', '')),
      zone: zone.querySelector('a').innerText,
      figure: value.querySelector('a').getAttribute('href').split('/').at(-1),
      earlier: earlier.innerText.trim(),
    };
  }));
}

/// The middle of what is known, or its only end.
function middle(low, high) {
  const ends = [low, high].filter((end) => end !== '').map(Number);
  return ends.reduce((sum, end) => sum + end, 0) / ends.length;
}
