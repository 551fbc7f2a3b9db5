// Every kind of page fits a window of 320 pixels, 200% zoom, and colours that the reader has chosen.

import { barriers, expect, overflow, test } from './support.mjs';

const COMPARED = '/compare?zones=yunquan-etdz,haidu-new-area,muyun-industrial-park';

const PAGES = [
  '/',
  '/print?kind=high-tech',
  '/zones/qinglan-high-tech-zone',
  '/zones/haidu-new-area',
  '/zones/e-park',
  '/groups/national-etdzs',
  COMPARED,
  '/indicators',
  '/indicators/gdp',
  '/sources',
  '/sources/qinglan-article',
  '/data',
  '/data/columns',
  '/methods',
  '/accessibility',
  '/no/such/page',
];

for (const [index, path] of PAGES.entries()) {
  // Each page in both colour schemes, one in each language.
  const chinese = `/zh${path}`.replace(/^\/zh\/(?=\?|$)/, '/zh');
  for (const [address, isDark] of [[path, index % 2 === 0], [chinese, index % 2 === 1]]) {
    test(`${address} fits 320 px, 200%, and other colours`, async ({ open }) => {
      const { page } = await open(address, { width: 320, height: 640, colorScheme: isDark ? 'dark' : 'light' });
      expect(await overflow(page), 'at 320 px').toEqual([]);
      expect(await barriers(page), 'at 320 px').toEqual([]);
      // A window of 1280 pixels at 200% zoom.
      await page.setViewportSize({ width: 640, height: 450 });
      expect(await overflow(page), 'at 200%').toEqual([]);
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 768, height: 900 });
      expect(await overflow(page), 'with forced colours').toEqual([]);
      expect(await barriers(page), 'with forced colours').toEqual([]);
    });
  }
}
