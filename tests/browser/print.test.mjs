// Print: a zone is a fact sheet, a list is complete, and nothing is wider than the paper.

import { expect, overflow, test } from './support.mjs';

/// Returns the number of pages of a PDF. Chromium writes each page as a separate object.
async function pages(page) {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

/// A4 paper without its margins, at 96 pixels per inch.
const PAPER = { width: 695, height: 1020 };

for (const { path, last, licence } of [
  { path: '/zones/liyang-high-tech-zone', last: 'Printed from', licence: 'CC BY 4.0' },
  { path: '/zh/zones/liuyang-etdz', last: '打印自', licence: 'CC BY 4.0' },
]) {
  test.describe(path, () => {
    test.use({ dataset: 'shipped' });

    test(`${path} is a fact sheet on paper`, async ({ open, origin }) => {
      const { page } = await open(path);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(PAPER);
      expect(await overflow(page), 'wider than the paper').toEqual([]);
      for (const selector of ['.site-header', '.zone-actions', '.sections', '.chart-controls', '.chart-downloads', '.help-button', 'button', 'input', 'select', '.hint']) {
        await expect(page.locator(selector).filter({ visible: true }), selector).toHaveCount(0);
      }
      await expect(page.locator('svg.chart').filter({ visible: true }).first()).toBeVisible();
      const footer = page.getByRole('contentinfo');
      await expect(footer).toContainText(`${last}`);
      await expect(footer).toContainText(`${origin}${path}`);
      await expect(footer).toContainText(licence);
      await expect(footer).toContainText(/[0-9a-f]{12}/);
      // Content that is folded on the screen is open: each receipt names its source.
      const folded = page.locator('details.receipt, details.more-sentences').filter({ visible: true });
      const isOpen = await folded.evaluateAll((all) => all.map((one) => one.lastElementChild.checkVisibility()));
      expect(isOpen.length).toBeGreaterThan(5);
      expect(isOpen).not.toContain(false);
    });
  });
}

test.describe('the fact sheet', () => {
  test.use({ dataset: 'shipped' });

  test('has two to four pages for a zone with documents', async ({ open }) => {
    const { page } = await open('/zones/luzhou-high-tech-zone');
    const count = await pages(page);
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(4);
  });

  test('has one page for a zone of which only the catalogue tells', async ({ open }) => {
    const { page } = await open('/zones/taijiang-economic-development-zone');
    expect(await pages(page)).toBe(1);
  });
});

test('a list prints as it is shown, and whole on demand', async ({ open }) => {
  const visit = await open('/?kind=high-tech');
  const { page } = visit;
  const names = await page.locator('.zone-name').allTextContents();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  expect(await overflow(page)).toEqual([]);
  await expect(page.locator('.zone-name').filter({ visible: true })).toHaveCount(names.length);
  await expect(page.locator('.search, .sidebar, .menu').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText('/?kind=high-tech');

  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Download or share' }).click();
  await page.getByRole('link', { name: 'Print the list' }).click();
  await expect(page).toHaveURL('/print?kind=high-tech');
  await expect(page.locator('.printed-list tbody th')).toHaveText(names.map((name) => new RegExp(`^${name.replace(/[()]/g, '\\$&')}`)));
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  expect(await overflow(page)).toEqual([]);
});
