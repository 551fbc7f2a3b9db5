// Zones, charts and figures have citations: as text, BibTeX and RIS, each with the full URL and a copy button.

import { expect, test } from './support.mjs';

const CITED = [
  { path: '/zones/qinglan-high-tech-zone', within: '[aria-labelledby="cite-title"]', address: '/zones/qinglan-high-tech-zone' },
  { path: '/zh/zones/qinglan-high-tech-zone', within: '[aria-labelledby="cite-title"]', address: '/zh/zones/qinglan-high-tech-zone' },
  { path: '/figures/yafy3', dataset: 'shipped', within: '[aria-labelledby="cite-title"]', address: '/figures/yafy3' },
  { path: '/zones/qinglan-high-tech-zone', within: '.chart-downloads', unfold: true, address: '/zones/qinglan-high-tech-zone' },
];

for (const { path, within, address, unfold, dataset = 'small' } of CITED) {
  test.describe(() => {
    test.use({ dataset });

    test(`${path} is cited with its whole address in ${within}`, async ({ open, origin }) => {
      const { page } = await open(path);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const place = page.locator(within).first();
      if (unfold) await place.locator('summary').first().click();
      const whole = `${origin}${address}`;
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      const text = place.locator('.citation');
      await expect(text).toContainText(whole);
      const button = text.locator('xpath=following-sibling::button[1]');
      await button.click();
      await expect(button).toHaveText(/^(Copied|已复制)$/);
      expect(await copied()).toBe(await text.textContent());
      for (const [form, begins] of [['BibTeX', '@misc{zone-atlas-'], ['RIS', 'TY  - DATA\n']]) {
        const details = place.locator(`.citation-form:has(summary:text-is("${form}"))`);
        await details.locator('summary').click();
        await details.getByRole('button').click();
        const entry = await copied();
        expect(entry.startsWith(begins), entry).toBe(true);
        expect(entry).toContain(whole);
      }
    });
  });
}
