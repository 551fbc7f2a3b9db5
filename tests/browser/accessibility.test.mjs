// The atlas page is accessible and fits the window in every state.

import { Atlas } from './atlas.mjs';
import { barriers, expect, overflow, test } from './support.mjs';

const STATES = [
  { what: 'without filters', query: '', there: '.panel-name' },
  { what: 'with a province and a city', query: 'zoom=jiangsu&city=changzhou&map=area', there: '.tiles-cities' },
  {
    what: 'with a tray',
    query: 'q=qinglan&pick=haidu-new-area&pick=qinglan-high-tech-zone&group=province',
    there: '.tray',
  },
  { what: 'without a zone', query: 'kind=border&city=changzhou', there: '.lifts' },
];

for (const { what, query, there } of STATES) {
  // Both colour schemes are tested on desktop and phone, but each combination in one language only.
  for (const { path, onDesk, onTelephone } of [
    { path: '/', onDesk: 'light', onTelephone: 'dark' },
    { path: '/zh', onDesk: 'dark', onTelephone: 'light' },
  ]) {
    test(`${path} ${what} is accessible and fits the window`, async ({ open }) => {
      const { page } = await open(`${path}?${query}`, { colorScheme: onDesk });
      await new Atlas(page).answersItself();
      await expect(page.locator(there)).toBeVisible();
      expect(await barriers(page), `on a desk, ${onDesk}`).toEqual([]);
      for (const width of [1280, 768, 360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await overflow(page), `wider than a window of ${width} px`).toEqual([]);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      await page.emulateMedia({ colorScheme: onTelephone });
      expect(await barriers(page), `on a telephone, ${onTelephone}`).toEqual([]);
    });
  }
}
