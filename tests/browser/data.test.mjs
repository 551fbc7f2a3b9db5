// The data page: links to zones without a figure, and files to download.

import { mode } from './atlas.mjs';
import { expect, firstNumber, test } from './support.mjs';

// Only the texts differ by language, not the code, so each language runs in one mode.
for (const { prefix, javaScript, row, chip, count } of [
  {
    prefix: '',
    javaScript: true,
    row: 'Gross domestic product',
    chip: 'Gross domestic product: without data',
    count: /^[\d,]+ zones$/,
  },
  { prefix: '/zh', javaScript: false, row: '地区生产总值', chip: '地区生产总值：无数据', count: /^[\d,]+家$/ },
]) {
  test(`${prefix}/data leads to the zones whose GDP is not known, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open(`${prefix}/data`, { javaScript });
    const named = page.getByRole('rowheader', { name: row, exact: true });
    const links = page.getByRole('row').filter({ has: named }).getByRole('cell').getByRole('link');
    await expect(links).toHaveCount(2);
    const [known, unknown] = (await links.allInnerTexts()).map(firstNumber);
    expect(known).toBeGreaterThan(0);
    await links.last().click();
    await expect(page).toHaveURL((url) => url.search === '?unknown=gdp');
    const chips = page.locator('.chips a');
    await expect(chips).toHaveText([`${chip}×`]);
    const counted = async () => firstNumber(await page.getByText(count).first().innerText());
    await expect.poll(counted).toBe(unknown);
    // Without this filter the list contains all zones.
    await chips.click();
    await expect(chips).toHaveCount(0);
    await expect.poll(counted).toBe(known + unknown);
  });
}

test('a click on the CSV link of /data downloads a file', async ({ open }) => {
  const visit = await open('/data');
  const { page } = visit;
  const digest = await page.getByRole('region', { name: 'Downloads' }).locator('code').innerText();
  // The router must leave this link to the browser.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'All figures with their receipts, CSV', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('zone-atlas-figures.csv');
  const answer = await fetch(download.url());
  expect(answer.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
  const [head, first] = (await answer.text()).split('\n');
  expect(head).toMatch(/^id,page,.*,as_stated,.*,dataset$/);
  expect(first.split(',').at(-1)).toBe(digest);
});
