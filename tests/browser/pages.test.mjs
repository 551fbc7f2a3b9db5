// Every kind of page fits the window and is accessible, and its links for next steps work. The HTTP tests check titles,
// headings, language links and texts, which need no browser.

import { barriers, expect, overflow, test } from './support.mjs';

const PAGES = [
  { path: '/' },
  { path: '/?province=jiangsu&kind=high-tech&from=2010&q=zhou&page=9' },
  { path: '/?q=no+such+zone' },
  { path: '/methods' },
  { path: '/zones/qinglan-high-tech-zone' },
  { path: '/zones/yunquan-etdz' },
  { path: '/zones/luoxi-high-tech-zone' },
  { path: '/zones/shuangli-new-area' },
  { path: '/zones/muyun-industrial-park' },
  { path: '/zones/songyao-new-area' },
  { path: '/zones/no-such-zone', status: 404 },
  { path: '/no/such/page', status: 404 },
];

const TELEPHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };
const SCHEMES = ['light', 'dark'];

for (const [index, { path, status = 200 }] of PAGES.entries()) {
  // axe runs once in each language, not in every combination: English on a phone, Chinese on desktop. The colour
  // schemes alternate from page to page.
  const visits = [
    { address: path, views: [TELEPHONE, DESK], colorScheme: SCHEMES[index % 2] },
    { address: inChinese(path), views: [DESK, TELEPHONE], colorScheme: SCHEMES[(index + 1) % 2] },
  ];
  for (const { address, views, colorScheme } of visits) {
    test(`${address} fits the window and is accessible`, async ({ open }) => {
      const { page, status: answered } = await open(address, { ...views[0], colorScheme });
      expect(answered).toBe(status);
      expect(await barriers(page), `at ${views[0].width} px, ${colorScheme}`).toEqual([]);
      for (const view of views) {
        await page.setViewportSize(view);
        expect(await overflow(page), `wider than a window of ${view.width} px`).toEqual([]);
      }
    });
  }
}

test('Tab reaches the skip link first, and Enter there leads to the content', async ({ open }) => {
  const { page } = await open('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/#content');
  await expect(page.getByRole('main')).toBeFocused();
});

for (const path of ['/zones/qinglan-high-tech-zone', '/zh/zones/haidu-new-area', '/groups/national-etdzs', '/compare?zones=haidu-new-area,yunquan-etdz', '/data', '/methods', '/sources', '/figures/k4p6c']) {
  test(`each anchor of ${path} leads to its place each time`, async ({ open }) => {
    const { page } = await open(path, { height: 500 });
    const anchors = await page.locator('a[href*="#"]').evaluateAll((links) =>
      links.filter((link) => link.pathname === location.pathname && link.search === location.search).map((link) => link.hash.slice(1)),
    );
    expect(anchors).toContain('content');
    for (const id of new Set(anchors)) {
      const target = page.locator(`[id="${id}"]`);
      await expect(target, id).toHaveCount(1);
      const link = page.locator(`a[href$="#${id}"]`).first();
      // The first time, and again after the reader has scrolled away.
      for (const far of [0, 100_000]) {
        await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), far);
        await link.evaluate((one) => one.click());
        await expect(page).toHaveURL(new RegExp(`#${id}$`));
        await expect(target, `#${id} from ${far}`).toBeInViewport();
      }
    }
    // An address with an anchor, opened and loaded again.
    const last = anchors.at(-1);
    await page.reload();
    await expect(page.locator(`[id="${last}"]`)).toBeInViewport();
  });
}

for (const { prefix, query } of [{ prefix: '', query: 'yunquan' }, { prefix: '/zh', query: '云泉' }]) {
  test(`the search box of the 404 page ${prefix}/zones/no-such-zone leads to a zone`, async ({ open }) => {
    const { page } = await open(`${prefix}/zones/no-such-zone`);
    const main = page.getByRole('main');
    await expect(main).toContainText('no-such-zone');
    await main.getByRole('searchbox').fill(query);
    await main.getByRole('searchbox').press('Enter');
    await main.locator(`a[href="${prefix}/zones/yunquan-etdz"]`).click();
    await expect(page).toHaveURL(`${prefix}/zones/yunquan-etdz`);
  });
}

/// Returns the Chinese URL of an English one.
function inChinese(path) {
  return `/zh${path}`.replace(/^\/zh\/(?=\?|$)/, '/zh');
}
