// Terms have explanations on the page, by keyboard, by touch and without JavaScript.

import { barriers, expect, overflow, test } from './support.mjs';

for (const { path, term, says, javaScript, touch } of [
  { path: '/zones/qinglan-high-tech-zone', term: 'Fiscal revenue', says: 'General public budget revenue', javaScript: true },
  { path: '/zh/zones/qinglan-high-tech-zone', term: '开发区类型', says: '经济技术开发区', javaScript: false },
  { path: '/zones/qinglan-high-tech-zone', term: 'Derived', says: 'No source states it', javaScript: false, touch: true },
  { path: '/', term: 'Filters', says: 'ETDZ', javaScript: true },
]) {
  test(`${path} explains “${term}”${javaScript ? '' : ' without JavaScript'}`, async ({ open }) => {
    const { page } = await open(path, { javaScript, touch, ...(touch ? { width: 390, height: 844 } : {}) });
    const button = page.getByRole('button', { name: new RegExp(`${term}$`) });
    const text = page.getByRole('note').filter({ hasText: says });
    await expect(text).toBeHidden();
    if (touch) {
      await button.tap();
    } else {
      await button.focus();
      await page.keyboard.press('Enter');
    }
    await expect(text).toBeVisible();
    expect(await overflow(page)).toEqual([]);
    if (javaScript) expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(text).toBeHidden();
  });
}

test('the page on methods draws the marks of charts', async ({ open }) => {
  const { page } = await open('/methods');
  const marks = page.locator('#marks li');
  expect(await marks.count()).toBeGreaterThan(6);
  await expect(marks.filter({ hasText: 'target' }).locator('svg')).toBeVisible();
  // The example chart names its marks and has no links, because its values are invented.
  const example = page.locator('#marks .chart').filter({ visible: true });
  await expect(example).toHaveCount(1);
  for (const name of await marks.allInnerTexts()) {
    const isPoint = !['no figures between', 'conflicting sources', 'from another source, not in the line'].includes(name);
    await expect(example.locator('text').filter({ hasText: name })).toHaveCount(isPoint ? 1 : 0);
  }
  await expect(page.locator('#marks').getByRole('link')).toHaveCount(0);
});
