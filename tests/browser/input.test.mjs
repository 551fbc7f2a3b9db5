// Unusual URLs and searches: the page ignores what it cannot use, shows a notice, and never fails.

import { follow } from './atlas.mjs';
import { expect, settled, test } from './support.mjs';

/// Queries with a value that the atlas does not contain, and the notice of the page. With `load` the test loads the
/// page in full, so that the server parses the URL and then the browser. The other queries are opened by links in the
/// page, which is faster. The HTTP tests send all of them to the server.
const CLEANED = [
  { query: 'province=atlantis', says: 'There is no province “atlantis”' },
  { query: 'kind=zoo', says: 'There is no type “zoo”' },
  { query: 'level=galactic', says: 'There is no level “galactic”' },
  { query: 'industry=magic', says: 'There is no industry “magic”' },
  { query: 'sort=random', says: 'There is no sort order “random”' },
  { query: 'from=20', says: 'There is no year “20”' },
  { query: 'to=99999999999999999999', says: 'There is no year “99999999999999999999”' },
  { query: 'page=0', says: 'There is no page “0”' },
  { query: 'q=%00', says: 'Unprintable characters' },
  { query: 'page=-1', says: 'There is no page “-1”' },
  { query: 'page=9999', says: 'no page 9999' },
  { query: 'page=4294967295', says: 'no page 4294967295' },
  { query: 'page=4294967296', says: 'There is no page “4294967296”' },
  { query: 'province=%3Cscript%3Ealert(1)%3C%2Fscript%3E', says: 'There is no province “<script>alert(1)</script>”', load: true },
  { query: 'province=%00', says: 'Unprintable characters', load: true },
  { query: `q=${'y'.repeat(101)}`, says: 'first 100 characters' },
  { query: 'province=%FF%FE', says: 'is no province', load: true },
  { query: `q=${'x'.repeat(10_240)}`, says: 'too long' },
  { query: `kind=etdz&${'province=atlantis&'.repeat(600)}`, says: 'too long', load: true },
];

/// Searches, as the URL contains them and as the field must show them. `load` means the same as above.
const SEARCHES = [
  { written: '100%25', shown: '100%' },
  { written: '%2525', shown: '%25', load: true },
  { written: 'a%2Bb', shown: 'a+b' },
  { written: 'li+yang', shown: 'li yang' },
  { written: '%22Qinglan%22', shown: '"Qinglan"' },
  { written: '%27+OR+1%3D1+--', shown: "' OR 1=1 --" },
  { written: '%E9%9D%92%E5%B2%9A', shown: '青岚' },
  { written: '%F0%9F%8F%AD', shown: '🏭' },
  { written: '%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9', shown: '👨‍👩', load: true },
  { written: 'a%00b', shown: 'a b', load: true },
  { written: '%3Cscript%3Edocument.title%3D1%3C%2Fscript%3E', shown: '<script>document.title=1</script>', load: true },
  { written: '%26amp%3B%3Cb%3E', shown: '&amp;<b>', load: true },
  { written: '%5C..%2F..%2Fetc', shown: '\\../../etc' },
  { written: '*%5B%5D(', shown: '*[](' },
];

/// Slugs that no zone can have.
const NO_ZONES = [
  '%00', '%25', '%2525', '+', '%22', '%E6%B1%9F', '%F0%9F%8F%AD', 'a%2Fb', '..%2F..', '%FF', 'x'.repeat(5000), 'G000000',
];

test('the page leaves out what the atlas does not have, and says so', async ({ open }) => {
  const visit = await open('/');
  const notice = visit.page.getByRole('region', { name: 'Zones', exact: true }).getByRole('status').first();
  for (const { query, says, load } of CLEANED) {
    await test.step(query.slice(0, 60), async () => {
      await come(visit, `/?${query}`, load);
      await expect(notice).toContainText(says, { useInnerText: true });
      await expectNoFailure(visit);
    });
  }
});

test('the search field shows the search of the address', async ({ open }) => {
  const visit = await open('/');
  const { page } = visit;
  for (const { written, shown, load } of SEARCHES) {
    await test.step(shown, async () => {
      await come(visit, `/?q=${written}`, load);
      await expect(page.getByLabel('Search')).toHaveValue(shown);
      await expect(page.getByRole('link', { name: `Remove filter: “${shown}”` })).toBeVisible();
      await expectNoFailure(visit);
    });
  }
});

test('the search field keeps what is typed', async ({ open }) => {
  const visit = await open('/');
  const { page } = visit;
  for (const { shown } of SEARCHES) {
    await page.getByLabel('Search').fill(shown);
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === shown);
    await settled(page);
    await expect(page.getByLabel('Search')).toHaveValue(shown);
  }
  await expectNoFailure(visit);
});

test('reversed years are swapped, and the page says so', async ({ open }) => {
  const visit = await open('/?from=2010&to=1990');
  const { page } = visit;
  const notice = page.getByText('The years were in reverse order');
  const count = page.locator('.results-count');
  await expect(notice).toBeVisible();
  await expect(page.getByLabel('From year')).toHaveValue('1990');
  await expect(page.getByLabel('To year')).toHaveValue('2010');
  const reversed = await count.textContent();
  await expectNoFailure(visit);
  await visit.go('/?from=1990&to=2010');
  await expect(notice).toHaveCount(0);
  await expect(count).toHaveText(reversed);
});

test('the page keeps what a visitor types and chooses before hydration', async ({ open, origin }) => {
  const visit = await open('/methods');
  const { page } = visit;
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/*_bg.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/?province=jiangsu', { waitUntil: 'commit' });
  await page.getByLabel('Search').fill('zhou');
  await page.getByText('Type', { exact: true }).click();
  await page.getByRole('checkbox', { name: /^High-tech/ }).check();
  release();
  await expect(page).toHaveURL(`${origin}/?q=zhou&kind=high-tech&province=jiangsu`);
  await settled(page);
  await expect(page.getByLabel('Search')).toHaveValue('zhou');
  await expect(page.getByRole('checkbox', { name: /^High-tech/ })).toBeChecked();
  await expectNoFailure(visit);
});

test('a zone that cannot exist is not found, in words', async ({ open }) => {
  const visit = await open('/methods');
  const { page } = visit;
  for (const [index, slug] of NO_ZONES.entries()) {
    // The languages alternate.
    const prefix = index % 2 === 0 ? '' : '/zh';
    await test.step(`${prefix} ${slug.slice(0, 40)}`, async () => {
      await visit.go(`${prefix}/zones/${slug}`);
      expect(visit.status).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
      await expectNoFailure(visit);
    });
  }
});

test('the Chinese page cleans its address too', async ({ open }) => {
  const visit = await open('/zh?province=atlantis&from=2010&to=1990&page=9999');
  for (const word of ['“atlantis”', '起止年份颠倒', '第9999页']) {
    await expect(visit.page.getByText(word).first()).toBeVisible();
  }
  await expectNoFailure(visit);
});

/// Opens a path by a full load or by a link in the page.
async function come(visit, path, load = false) {
  if (!load) return follow(visit.page, path);
  await visit.go(path);
  expect(visit.status).toBe(200);
}

/// Expects that the page is not an error page, that no text of the URL ran as a script, and that the browser reported
/// no problem.
async function expectNoFailure(visit) {
  const failures = /could not be made|\bpanicked\b|Internal Server Error/;
  await expect(visit.page.locator('body')).not.toContainText(failures, { useInnerText: true });
  await expect(visit.page).toHaveTitle(/ · /);
  expect(visit.problems).toEqual([]);
}
