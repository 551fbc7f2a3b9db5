// The atlas page keeps nobody out, and fits every window, in whatever state it is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Atlas } from './atlas.mjs';
import { assertClean, barriers, overflow, useSite } from './support.mjs';

const site = useSite();

for (const prefix of ['/', '/zh']) {
  for (const { what, query, there } of [
    { what: 'plain', query: '', there: '.panel-name' },
    { what: 'zoomed', query: 'zoom=jiangsu&city=changzhou&map=area', there: '.tiles-cities' },
    { what: 'with a tray', query: 'q=liyang&pick=pudong-new-area&pick=liyang-high-tech-zone&group=province', there: '.tray' },
    { what: 'empty', query: 'kind=border&city=changzhou', there: '.lifts' },
  ]) {
    test(`nobody is kept out of ${prefix}, ${what}`, async (t) => {
      const visit = await site.open(t, `${prefix}?${query}`);
      const { page } = visit;
      await new Atlas(page).answersItself();
      await page.locator(there).waitFor();
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await barriers(page), [], colorScheme);
      }
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        assert.deepEqual(await overflow(page), [], `wider than a window of ${width} px`);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      assert.deepEqual(await barriers(page), [], 'on a telephone');
      assertClean(visit);
    });
  }
}
