// From a number to who stated it: receipts, derivations, corrections, conflicts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, barriers, overflow, settled, useSite } from './support.mjs';

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
  {
    prefix: '/zh',
    schemes: ['light'],
    statement: '原话',
    source: '出处',
    place: '在原处查看',
    notFound: '没有这个数字',
  },
];

/// Where a figure of the zone is shown, and in which words it was stated.
const WAYS = [
  {
    from: 'a mark of the chart that is seen',
    figure: 'fyqx5',
    phrase: 'total industrial production of RMB 94.4 billion',
    link: (page, href) => page.locator(`svg a.mark[href="${href}"]`).filter({ visible: true }),
  },
  {
    from: 'a cell of the table',
    figure: 'rf7pn',
    phrase: 'generated RMB 1.169 billion in fiscal income',
    link: (page, href) => page.locator(`[id="figure-rf7pn"] a[href="${href}"]`),
  },
  {
    from: 'the lead',
    figure: 'yafy3',
    phrase: 'around 50 enterprises',
    link: (page, href) => page.locator(`.lead a[href="${href}"]`),
  },
];

const FIGURES = ['/figures/k4p6c', '/figures/t6a2e-before'];
const PAGES = [...FIGURES, '/sources', SOURCE.path, '/data', '/groups/national-high-tech-zones', DISPUTED];

for (const { prefix, statement, source, place, notFound } of LANGUAGES) {
  for (const javaScript of [true, false]) {
    test(`receipts of ${prefix}${ZONE} open, ${mode(javaScript)}`, async (t) => {
      const visit = await site.open(t, prefix + ZONE, { javaScript });
      const { page } = visit;
      for (const { from, figure, phrase, link } of WAYS) {
        const path = `${prefix}/figures/${figure}`;
        await follow(visit, link(page, path), path, from);
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
    const rows = await how.locator('dl > div').all();
    const said = Object.fromEntries(await Promise.all(rows.map((row) => row.locator('dt, dd').allTextContents())));
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
}

test('a corrected figure says what was printed and what is read', async (t) => {
  const visit = await site.open(t, '/figures/k4p6c', { javaScript: false });
  const { page } = visit;
  for (const words of ['10.49 trillion yuan', 'Printed 1.049 billion yuan; we read 10.49 trillion yuan.']) {
    assert.equal(await page.locator('header').getByText(words, { exact: true }).isVisible(), true, words);
  }
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
      charted: (await hrefs(page.locator('.chart-wide a.mark:not(.aside)')))
        .map((href) => href.split('/').at(-1))
        .filter((id) => ['ej3sx', 'vk6v9', 'nr3vs'].includes(id)),
    };
  }
}

/// Clicks a link that leads to an address of the site.
async function follow(visit, link, path, from = path) {
  assert.equal(await link.count(), 1, `links from ${from}`);
  assert.equal(await link.getAttribute('href'), path, from);
  await link.click();
  await arrived(visit, path);
}

/// Waits until a page is there.
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

/// All that a page says and where it leads, without what markers between nodes add.
async function words(page) {
  const main = page.locator('main');
  const drawings = main.locator('.growth-drawing > div > svg');
  return {
    heading: await main.getByRole('heading', { level: 1 }).innerText(),
    text: (await main.innerText()).split('\n').filter((line) => line.trim() !== ''),
    links: await hrefs(main.locator('a')),
    drawings: await drawings.evaluateAll((all) => all.map((drawing) => drawing.outerHTML)),
  };
}

function hrefs(links) {
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
}

function mode(javaScript) {
  return javaScript ? 'with JavaScript' : 'without JavaScript';
}
