// From a number to who stated it: receipts, derivations, corrections, conflicts, and the data.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, barriers, firstNumber, overflow, settled, useSite } from './support.mjs';

const site = useSite();

const ZONE = '/zones/liyang-high-tech-zone';
const SOURCE = { path: '/sources/liyang-article', title: 'Liyang High-tech Zone' };
const DISPUTED = '/zones/beijing-economic-technological-development-area';

const LANGUAGES = [
  {
    prefix: '',
    schemes: ['light', 'dark'],
    statement: 'As stated',
    source: 'Source',
    place: 'See it in its place',
    notFound: 'There is no such figure',
  },
  // What the colours are does not depend on the language.
  { prefix: '/zh', schemes: ['light'], statement: '原话', source: '出处', place: '在原处查看', notFound: '没有这个数字' },
];

/// Where a figure of the zone is shown, and in which words it was stated.
const WAYS = [
  { from: 'a mark of a chart', figure: 'fyqx5', phrase: 'total industrial production of RMB 94.4 billion', link: mark },
  { from: 'a cell of the table', figure: 'rf7pn', phrase: 'generated RMB 1.169 billion in fiscal income', link: cell },
  { from: 'the lead', figure: 'yafy3', phrase: 'around 50 enterprises', link: (page, id) => page.locator(`.lead a[href$="/figures/${id}"]`) },
];

const PAGES = [
  '/figures/k4p6c',
  '/figures/t6a2e-before',
  '/figures/vk6v9',
  '/sources',
  SOURCE.path,
  '/data',
  '/groups/national-high-tech-zones',
  DISPUTED,
];

for (const { prefix, statement, source, place, notFound } of LANGUAGES) {
  for (const javaScript of [true, false]) {
    test(`receipts of ${prefix}${ZONE} open, ${mode(javaScript)}`, async (t) => {
      const visit = await site.open(t, prefix + ZONE, { javaScript });
      const { page } = visit;
      for (const { from, figure, phrase, link } of WAYS) {
        await follow(visit, link(page, figure), `${prefix}/figures/${figure}`, from);
        const receipt = page.getByRole('region', { name: statement, exact: true });
        await receipt.waitFor();
        assert.equal(await receipt.locator('blockquote q').first().innerText(), phrase, from);
        const stated = receipt.getByRole('link', { name: SOURCE.title, exact: true });
        assert.equal(await stated.getAttribute('href'), prefix + SOURCE.path, from);
        await page.goBack();
        await arrived(visit, prefix + ZONE);
      }
      assertClean(visit);
    });

    test(`a sentence of ${prefix}${ZONE} leads to its source, ${mode(javaScript)}`, async (t) => {
      const visit = await site.open(t, prefix + ZONE, { javaScript });
      const { page } = visit;
      const sentence = page.getByRole('listitem').filter({ hasText: 'attracted 58 industrial projects' });
      const quote = sentence.getByText('attracted 58 industrial projects', { exact: true });
      assert.equal(await quote.isVisible(), false, 'its source is open already');
      await sentence.getByText(source, { exact: true }).click();
      assert.equal(await quote.isVisible(), true, 'its source did not open');
      await follow(visit, sentence.getByRole('link', { name: SOURCE.title, exact: true }), prefix + SOURCE.path);
      await page.getByRole('heading', { level: 1, name: SOURCE.title, exact: true }).waitFor();
      assert.equal(await page.locator('tr').filter({ hasText: 'attracted 58 industrial projects' }).count(), 1);
      assertClean(visit);
    });
  }

  test(`a receipt leads back to its place: ${prefix}/figures/fyqx5`, async (t) => {
    const visit = await site.open(t, `${prefix}/figures/fyqx5`);
    await visit.page.getByRole('link', { name: place, exact: true }).click();
    await visit.page.waitForURL(`**${prefix}${ZONE}#figure-fyqx5`);
    await arrived(visit, prefix + ZONE);
    const row = visit.page.locator('[id="figure-fyqx5"]');
    assert.equal(await row.evaluate((one) => one.matches(':target')), true, 'not the target of the address');
    await inView(row);
    assertClean(visit);
  });

  test(`a figure that never was is not found: ${prefix}/figures/aaaaa`, async (t) => {
    for (const id of ['aaaaa', 'fyqx5-before', 'no%20figure']) {
      const visit = await site.open(t, `${prefix}/figures/${id}`, { javaScript: false });
      assert.equal(visit.status, 404, id);
      assert.equal(await visit.page.getByRole('heading', { level: 1 }).innerText(), notFound);
      assert.ok((await visit.page.textContent('main')).includes(decodeURIComponent(id)), id);
      assertClean(visit);
    }
  });
}

for (const javaScript of [true, false]) {
  test(`a derived figure shows how, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/figures/t6a2e-before', { javaScript });
    const { page } = visit;
    const how = page.getByRole('region', { name: 'How it was derived', exact: true });
    const said = await terms(how);
    assert.equal(said.Rule, 'Level of the year before = level ÷ (1 + growth rate)');
    assert.equal(said['In numbers'], '[94.35, 94.45) billion yuan ÷ (1 + [6.75, 6.85)%) = 88.30–88.48 billion yuan');
    assert.match(said.Assumption, /current prices/);
    const inputs = how.getByRole('listitem').getByRole('link');
    assert.deepEqual(await inputs.allInnerTexts(), ['94.4 billion yuan', '6.8%']);
    for (const [place, [id, phrase]] of [['fyqx5', WAYS[0].phrase], ['t6a2e', 'an increase of 6.8%']].entries()) {
      await follow(visit, inputs.nth(place), `/figures/${id}`);
      await page.getByRole('region', { name: 'As stated', exact: true }).getByText(phrase, { exact: true }).waitFor();
      const follows = page.getByRole('region', { name: 'What follows from it', exact: true });
      await follow(visit, follows.getByRole('link', { name: '88.30–88.48 billion yuan' }), '/figures/t6a2e-before');
      await how.waitFor();
    }
    assertClean(visit);
  });

  test(`two figures that disagree can be chosen between, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, DISPUTED, { javaScript });
    const { page } = visit;
    if (javaScript) await page.evaluate(() => (window.unbroken = true));
    const official = ['125.92 billion yuan', 'official, 11 September 2023', 'shown'];
    const later = ['108.14 billion yuan', 'press, 25 August 2021', 'Show this one'];
    const earlier = ['108.14 billion yuan', 'press, 22 February 2016', 'Show this one'];
    const conflict = new Conflict(visit, 'Gross domestic product, Beijing Economic-Technological Development Area, 2015');
    const atFirst = await conflict.state();
    assert.deepEqual(atFirst.rows, [official, later, earlier]);
    assert.deepEqual(atFirst.charted, ['ej3sx']);
    assert.match(atFirst.reason, /^They cannot all be true\. Official comes before press/);

    await conflict.choose(later[1]);
    const chosen = await conflict.state();
    assert.deepEqual(chosen.picks, ['vk6v9']);
    assert.deepEqual(chosen.rows[0], [later[0], later[1], 'shown']);
    assert.deepEqual(chosen.rows.map(([, , choice]) => choice), ['shown', 'Show this one', 'Show this one']);
    assert.deepEqual(chosen.charted, ['vk6v9']);
    assert.match(chosen.reason, /You chose it/);
    await inView(conflict.table);

    await conflict.choose(earlier[1]);
    assert.deepEqual((await conflict.state()).picks, ['nr3vs'], 'one choice for one thing');

    await page.goBack();
    await conflict.ready('vk6v9');
    assert.deepEqual(await conflict.state(), chosen);
    await page.goBack();
    await conflict.ready();
    assert.deepEqual(await conflict.state(), atFirst);
    if (javaScript) assert.equal(await page.evaluate(() => window.unbroken), true, 'a page was loaded in full');
    assertClean(visit);
  });

  test(`what is not known of a zone can be asked for, ${mode(javaScript)}`, async (t) => {
    const visit = await site.open(t, '/data', { javaScript });
    const { page } = visit;
    for (const [prefix, row, chip] of [
      ['', 'Gross domestic product', 'Gross domestic product not known'],
      ['/zh', '地区生产总值', '地区生产总值不详'],
    ]) {
      await visit.go(`${prefix}/data`);
      const cells = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row, exact: true }) });
      const [having, lacking] = (await cells.getByRole('link').allInnerTexts()).map(firstNumber);
      assert.ok(having > 10, `${having} zones with it`);
      assert.equal(having + lacking, 2562);
      await cells.getByRole('link').last().click();
      await page.waitForURL((url) => url.search === '?unknown=gdp');
      await page.locator('.chips').waitFor();
      if (javaScript) await settled(page);
      assert.deepEqual(await page.locator('.chips a').allTextContents(), [`${chip}×`]);
      const shown = page.getByText(prefix ? /^[\d,]+家$/ : /^[\d,]+ zones$/).first();
      assert.equal(firstNumber(await shown.innerText()), lacking);
    }
    assertClean(visit);
  });
}

test('a corrected figure says what was printed and what is read', async (t) => {
  const visit = await site.open(t, '/figures/k4p6c', { javaScript: false });
  const { page } = visit;
  const read = page.locator('header').getByText('10.49 trillion yuan', { exact: true });
  assert.equal(await read.isVisible(), true);
  assert.equal(await page.getByText('Printed 1.049 billion yuan; we read 10.49 trillion yuan.', { exact: true }).isVisible(), true);
  const quote = page.getByRole('region', { name: 'As stated', exact: true }).locator('blockquote q').first();
  assert.equal(await quote.innerText(), '10.49亿元');
  const caution = page.getByRole('region', { name: 'Cautions', exact: true }).getByRole('listitem');
  assert.equal(await caution.count(), 1);
  assert.match(await caution.innerText(), /^Unit slip\n[\s\S]*about 10,000 times off/);
  // Wherever it is shown, it says so.
  await visit.go('/groups/national-high-tech-zones');
  const row = page.locator('[id="figure-k4p6c"]');
  assert.match(await row.innerText(), /10\.49 trillion yuan\s*corrected/);
  assert.match(await row.innerText(), /1\.049 billion yuan/);
  assertClean(visit);
});

test('the data can be taken away, and names its digest', async (t) => {
  const visit = await site.open(t, '/data');
  const { page } = visit;
  const footer = await page.locator('footer code').innerText();
  assert.match(footer, /^[0-9a-f]{12}$/);
  const digest = await page.getByRole('region', { name: 'Take it away' }).locator('code').innerText();
  assert.match(digest, /^[0-9a-f]{64}$/);
  assert.equal(digest.slice(0, 12), footer);

  const json = async (path) => {
    const answer = await fetch(site.origin + path);
    assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8', path);
    const data = await answer.json();
    assert.equal(data.dataset.digest, digest, path);
    return data;
  };
  const href = (name) => page.getByRole('link', { name, exact: true }).getAttribute('href');
  const { figures } = await json(await href('All figures with their receipts, JSON'));
  const stated = figures.find(({ id }) => id === 'k4p6c');
  assert.deepEqual([stated.as_stated, stated.printed, stated.corrected], ['10.49亿元', '10.49 yi CNY', '10.49 wan-yi CNY']);
  assert.ok((await json(await href('All cautions and conflicts, JSON'))).cautions.length > 0);
  assert.ok((await json(`${ZONE}.json`)).figures.some(({ id }) => id === 'fyqx5'));
  assert.ok((await json('/figures/k4p6c.json')).figures.some(({ id }) => id === 'k4p6c'));

  // By a click, as a file: the browser's half must leave these links alone.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'All figures with their receipts, CSV', exact: true }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'figures.csv');
  const answer = await fetch(download.url());
  assert.match(answer.headers.get('content-type'), /^text\/csv; charset=utf-8/);
  const [head, first] = (await answer.text()).split('\n');
  assert.match(head, /^dataset,id,.*,as_stated,/);
  assert.equal(first.split(',')[0], digest);
});

for (const { prefix, schemes } of LANGUAGES) {
  for (const path of PAGES) {
    test(`${prefix}${path} is sound, and the same when drawn in the browser`, async (t) => {
      const visit = await site.open(t, prefix + path, { width: 360, height: 740 });
      const { page } = visit;
      assert.equal(visit.status, 200);
      assert.deepEqual(await overflow(page), [], 'wider than the window');
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await barriers(page), [], `barriers, ${colorScheme}`);
      }
      const loaded = await words(page);
      assertClean(visit);

      // Once more by a link that the router follows, which draws the page without the server.
      await visit.go(`${prefix}/methods`);
      await page.evaluate((href) => {
        window.unbroken = true;
        document.querySelector('main a, header a').setAttribute('href', href);
      }, prefix + path);
      await page.locator(`a[href="${prefix}${path}"]`).first().click();
      await arrived(visit, prefix + path);
      await page.getByRole('heading', { level: 1, name: loaded.heading, exact: true }).waitFor();
      await settled(page);
      assert.deepEqual(await words(page), loaded);
      assert.equal(await page.evaluate(() => window.unbroken), true, 'a page was loaded in full');
      assertClean(visit);
    });
  }
}

/// The figures of one thing on a page, of which one is shown.
class Conflict {
  constructor(visit, title) {
    this.visit = visit;
    this.region = visit.page.getByRole('region', { name: 'Other figures for the same thing', exact: true });
    const block = this.region.locator('div').filter({ has: visit.page.getByRole('heading', { name: title, exact: true }) });
    this.table = block.getByRole('table');
    this.reason = block.getByRole('paragraph');
  }

  /// Chooses the figure beside which this stands.
  async choose(words) {
    const link = this.table.getByRole('row').filter({ hasText: words }).getByRole('link', { name: /^Show this one/ });
    const pick = /pick=([^&#]+)/.exec(await link.getAttribute('href'))?.[1];
    await link.click();
    await this.ready(pick);
  }

  /// Waits until the page shows this choice, or none.
  async ready(pick) {
    await this.visit.page.waitForURL((url) => url.searchParams.get('pick') === (pick ?? null));
    await arrived(this.visit, DISPUTED);
    await this.table.waitFor();
  }

  async state() {
    const rows = await this.table.getByRole('row').all();
    const texts = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
    const { page } = this.visit;
    return {
      picks: new URL(page.url()).searchParams.getAll('pick'),
      rows: texts.map(([value, source, choice]) => [value, source.split('\n').at(-1), choice]),
      reason: await this.reason.innerText(),
      // What the line of the chart goes through; the others stand aside.
      charted: await page.locator('.chart-wide a.mark:not(.aside)').evaluateAll((marks) =>
        marks.map((one) => one.getAttribute('href').split('/').at(-1)).filter((id) => ['ej3sx', 'vk6v9', 'nr3vs'].includes(id)),
      ),
    };
  }
}

/// The mark of a figure in the drawing that is seen.
function mark(page, id) {
  return page.locator(`svg a.mark[href$="/figures/${id}"]`).filter({ visible: true });
}

/// The link of a figure in the table of all figures.
function cell(page, id) {
  return page.locator(`tr[id="figure-${id}"] a[href$="/figures/${id}"]`);
}

/// Clicks a link that leads to an address of the site.
async function follow(visit, link, path, from = path) {
  assert.equal(await link.count(), 1, `links from ${from}`);
  assert.equal(await link.getAttribute('href'), path, from);
  await link.click();
  await arrived(visit, path);
}

async function arrived({ page, javaScript }, path) {
  await page.waitForURL((url) => url.pathname === path);
  await (javaScript ? settled(page) : page.waitForLoadState());
}

/// Fails unless some of it is on the screen, once the page has stopped moving.
async function inView(locator) {
  const seen = () => locator.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top < window.innerHeight && bottom > 0;
  });
  for (let tries = 0; tries < 10 && !(await seen()); tries += 1) await locator.page().waitForTimeout(100);
  assert.ok(await seen(), 'not on the screen');
}

/// The terms of a region, by name.
async function terms(region) {
  return region.locator('dl > div').evaluateAll((rows) =>
    Object.fromEntries(rows.map((row) => ['dt', 'dd'].map((part) => row.querySelector(part).textContent))),
  );
}

/// All that a page says and where it leads, without what markers between nodes add.
async function words(page) {
  const main = page.locator('main');
  return {
    heading: await page.getByRole('heading', { level: 1 }).innerText(),
    text: (await main.innerText()).split('\n').filter((line) => line.trim() !== ''),
    links: await main.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    charts: await main.locator('.growth-drawing > div > svg').evaluateAll((charts) => charts.map((chart) => chart.outerHTML)),
  };
}

function mode(javaScript) {
  return javaScript ? 'with JavaScript' : 'without JavaScript';
}
