// What is known and what is not, and the data to take away.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, firstNumber, settled, useSite } from './support.mjs';

const site = useSite();

const LANGUAGES = [
  { prefix: '', row: 'Gross domestic product', chip: 'Gross domestic product not known', count: /^[\d,]+ zones$/ },
  { prefix: '/zh', row: '地区生产总值', chip: '地区生产总值不详', count: /^[\d,]+家$/ },
];

for (const { prefix, row, chip, count } of LANGUAGES) {
  for (const javaScript of [true, false]) {
    test(`${prefix}/data leads to what is not known, ${javaScript ? 'with' : 'without'} JavaScript`, async (t) => {
      const visit = await site.open(t, `${prefix}/data`, { javaScript });
      const { page } = visit;
      const named = page.getByRole('rowheader', { name: row, exact: true });
      const links = page.getByRole('row').filter({ has: named }).getByRole('cell').getByRole('link');
      const [having, lacking] = (await links.allInnerTexts()).map(firstNumber);
      assert.ok(having > 10, `${having} zones with it`);
      assert.equal(having + lacking, 2562);
      await links.last().click();
      await page.waitForURL((url) => url.search === '?unknown=gdp');
      await page.locator('.chips').waitFor();
      if (javaScript) await settled(page);
      assert.deepEqual(await page.locator('.chips a').allTextContents(), [`${chip}×`]);
      assert.equal(firstNumber(await page.getByText(count).first().innerText()), lacking);
      assertClean(visit);
    });
  }
}

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
  const { as_stated, printed, corrected } = figures.find(({ id }) => id === 'k4p6c');
  assert.deepEqual([as_stated, printed, corrected], ['10.49亿元', '10.49 yi CNY', '10.49 wan-yi CNY']);
  assert.ok((await json(await href('All cautions and conflicts, JSON'))).cautions.length > 0);
  assert.ok((await json('/zones/liyang-high-tech-zone.json')).figures.some(({ id }) => id === 'fyqx5'));
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
