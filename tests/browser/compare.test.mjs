// The chart that compares zones; and the page of an indicator with its chart and its table of several pages.

import { mode } from './atlas.mjs';
import { expect, settled, test } from './support.mjs';

/// Zones with a known gross domestic product.
const ZONES = [
  'yunquan-etdz',
  'haidu-new-area',
  'muyun-industrial-park',
  'chaoyin-new-area',
  'nanlu-economic-technological-development-area',
  'taiqiu-high-tech-zone',
];

const SIX = `/compare?zones=${ZONES.join(',')}&indicator=gdp`;

/// The totals of all national zones of a class: the id of the first figure, and the page.
const TOTALS = [
  { id: 'vpns4', page: '/groups/national-etdzs' },
  { id: 'k3xbn', page: '/groups/national-high-tech-zones' },
];

test('each compared zone has a line, and the legend adds national totals', async ({ open, origin }) => {
  const { page } = await open(SIX);
  await page.evaluate(() => (window.sameDocument = true));
  const owners = await ownersOfFigures(origin);
  const names = (paths) => paths.map((path) => owners.names.get(path));
  const zones = ZONES.map((slug) => `/zones/${slug}`);
  const totals = TOTALS.map((total) => total.page);
  const chart = page.locator('#chart-gdp');
  const hidden = chart.locator('.legend-hidden .legend-line');
  /// Returns the pages whose figures are drawn.
  const drawn = async () => {
    const marks = chart.locator('svg.chart').filter({ visible: true }).locator('a.mark');
    const figures = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('href').split('/').at(-1)));
    return [...new Set(figures.map((id) => owners.pages.get(id)))].sort();
  };
  const expectTotals = async (shown) => {
    await expect(hidden).toHaveText(names(totals.slice(shown)));
    await expect.poll(drawn).toEqual([...zones, ...totals.slice(0, shown)].sort());
  };
  await expect(chart.locator('.legend-line')).toHaveText(names([...zones, ...totals]));
  await expectTotals(0);

  let query = '';
  for (const [number, { id }] of TOTALS.entries()) {
    query += `&with=${id}`;
    await page.locator(`#chart-gdp-line-${id}`).click();
    await expect(page).toHaveURL(SIX + query);
    await expectTotals(number + 1);
  }
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(SIX);
  await expectTotals(0);

  // The readout names the zone of each value.
  await chart.locator('svg.chart').filter({ visible: true }).locator('a.mark').last().focus();
  await expect(chart.locator('.chart-readout')).toHaveText(/\d{4}/);
  await expect(chart.locator('.chart-readout')).toHaveText(new RegExp(`^${owners.names.get(zones.at(-1))}`));
  expect(await page.evaluate(() => window.sameDocument), 'no page was loaded in full').toBe(true);
});

test('the readout of an indicator’s chart says the zone and its value', async ({ open }) => {
  const { page } = await open('/zh/indicators/gdp');
  const mark = page.locator('svg.chart').filter({ visible: true }).locator('a.mark').first();
  const title = await mark.locator('title').textContent();
  const [first] = await rows(page);
  expect(title.startsWith(first.zone), `${title} begins with ${first.zone}`).toBe(true);
  await expect(page.locator('.chart-readout')).not.toHaveText(title);
  await mark.focus();
  await expect(page.locator('.chart-readout')).toHaveText(title);
});

test.describe('a table of several pages', () => {
  test.use({ dataset: 'shipped' });

  for (const { javaScript, prefix, next, previous } of [
    { javaScript: true, prefix: '', next: 'Next', previous: 'Previous' },
    { javaScript: false, prefix: '/zh', next: '下一页', previous: '上一页' },
  ]) {
    test(`has links to the next page and back, ${mode(javaScript)}: ${prefix}/indicators/area`, async ({ open }) => {
      const path = `${prefix}/indicators/area`;
      const { page } = await open(path, { javaScript });
      const link = (name) => page.getByRole('link', { name, exact: true });
      const arrive = async (query) => {
        await expect(page).toHaveURL(path + query);
        await settled(page);
        await expect(link(previous)).toHaveCount(query ? 1 : 0);
        return rows(page);
      };
      const first = await arrive('');
      expect(first).toHaveLength(50);
      expect(first[0].place).toBe(1);
      await link(next).click();
      const second = await arrive('?page=2');
      expect(second).toHaveLength(50);
      expect(second[0].place).toBeGreaterThanOrEqual(first.at(-1).place);
      const zones = new Set([...first, ...second].map(({ path }) => path));
      expect(zones.size, 'no zone is on both pages').toBe(100);
      await link(previous).click();
      expect(await arrive('')).toEqual(first);
      await page.goBack();
      expect(await arrive('?page=2')).toEqual(second);
    });
  }
});

/// Returns the page of each figure, and the English name of the zone or group of each page.
async function ownersOfFigures(origin) {
  const { figures } = await (await fetch(`${origin}/data/figures.json`)).json();
  return {
    pages: new Map(figures.map(({ id, page }) => [id, page])),
    names: new Map(figures.map(({ page, name_en: name }) => [page, name])),
  };
}

/// Returns the rows of an indicator's table.
function rows(page) {
  return page.locator('table.ranking tbody tr').evaluateAll((all) => all.map((row) => {
    const [, place, zone] = row.cells;
    const link = zone.querySelector('a');
    const number = Number(place.innerText.replaceAll(',', ''));
    return { place: number, zone: link.innerText, path: link.getAttribute('href'), text: row.innerText };
  }));
}
