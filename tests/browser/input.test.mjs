// Addresses that nobody meant: cleaned, with a visible word, and never an error.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, firstNumber, settled, useSite } from './support.mjs';

const site = useSite();

/// Addresses with something that the atlas does not have, and what the page says of it; where
/// nothing stands here, any word will do.
const CLEANED = [
  { query: 'province=atlantis', says: '“atlantis” is no province of the atlas' },
  { query: 'kind=zoo', says: '“zoo” is no kind of the atlas' },
  { query: 'level=galactic', says: '“galactic” is no level of the atlas' },
  { query: 'industry=magic', says: '“magic” is no industry of the atlas' },
  { query: 'sort=random', says: '“random” is no sort' },
  { query: 'from=20', says: '“20” is no year' },
  { query: 'to=99999999999999999999', says: '“99999999999999999999” is no year' },
  { query: 'page=0', says: '“0” is no' },
  { query: 'page=-1', says: '“-1” is no' },
  { query: 'page=9999', says: 'no page 9999' },
  { query: 'page=4294967295', says: 'no page 4294967295' },
  { query: 'page=4294967296', says: '“4294967296” is no' },
  { query: 'province=%3Cscript%3Ealert(1)%3C%2Fscript%3E', says: '“<script>alert(1)</script>” is no province' },
  { query: 'province=%00', says: 'cannot be printed' },
  { query: 'q=%00', says: 'cannot be printed' },
  { query: `q=${'y'.repeat(101)}`, says: 'first 100 characters' },
  { query: 'province=%FF%FE', says: 'is no province' },
  { query: `q=${'x'.repeat(10_240)}`, says: 'too long' },
  { query: `kind=etdz&${'province=atlantis&'.repeat(600)}`, says: 'too long' },
];

/// Searches, as the address holds them and as the field must show them.
const SEARCHES = [
  ['100%25', '100%'],
  ['%2525', '%25'],
  ['a%2Bb', 'a+b'],
  ['li+yang', 'li yang'],
  ['%22Liyang%22', '"Liyang"'],
  ['%27+OR+1%3D1+--', "' OR 1=1 --"],
  ['%E6%BA%A7%E9%98%B3', '溧阳'],
  ['%F0%9F%8F%AD', '🏭'],
  ['%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9', '👨‍👩'],
  ['a%00b', 'a b'],
  ['%3Cscript%3Edocument.title%3D1%3C%2Fscript%3E', '<script>document.title=1</script>'],
  ['%26amp%3B%3Cb%3E', '&amp;<b>'],
  ['%5C..%2F..%2Fetc', '\\../../etc'],
  ['*%5B%5D(', '*[]('],
];

/// Zones that cannot be.
const NO_ZONES = ['%00', '%25', '%2525', '+', '%22', '%E6%B1%9F', '%F0%9F%8F%AD', 'a%2Fb', '..%2F..', '%FF', 'x'.repeat(5000), 'G000000'];

for (const javaScript of [false, true]) {
  const mode = javaScript ? 'with JavaScript' : 'without JavaScript';

  test(`what the atlas does not have is left out and told, ${mode}`, async (t) => {
    const visit = await site.open(t, '/', { javaScript });
    const zones = visit.page.getByRole('region', { name: 'Zones', exact: true });
    for (const { query, says } of CLEANED) {
      await t.test(query.slice(0, 60), async () => {
        await visit.go(`/?${query}`);
        assert.equal(visit.status, 200);
        const told = (await zones.getByRole('status').allInnerTexts())[0];
        assert.ok(says ? told.includes(says) : told !== '', `“${told}” does not say “${says ?? 'anything'}”`);
        await assertNoFailure(visit);
      });
    }
  });

  test(`a search stands in its field as it was written, ${mode}`, async (t) => {
    const visit = await site.open(t, '/', { javaScript });
    for (const [written, shown] of SEARCHES) {
      await t.test(shown, async () => {
        await visit.go(`/?q=${written}`);
        assert.equal(visit.status, 200);
        assert.equal(await visit.page.getByLabel('Search').inputValue(), shown);
        assert.ok(await visit.page.getByRole('link', { name: `Remove filter: “${shown}”` }).isVisible());
        await assertNoFailure(visit);
      });
    }
  });
}

test('reversed years are swapped and told', async (t) => {
  const visit = await site.open(t, '/?from=2010&to=1990');
  const { page } = visit;
  assert.ok(await page.getByText('The years were in the wrong order').isVisible());
  assert.equal(await page.getByLabel('From year').inputValue(), '1990');
  assert.equal(await page.getByLabel('To year').inputValue(), '2010');
  const straight = await site.open(t, '/?from=1990&to=2010');
  assert.equal(await straight.page.getByText('The years were in the wrong order').count(), 0);
  assert.equal(await count(page), await count(straight.page));
  await assertNoFailure(visit);
});

test('a page past the end shows the last', async (t) => {
  const visit = await site.open(t, '/?province=hunan&page=77');
  const { page } = visit;
  assert.ok(await page.getByText('The list has no page 77; this is its last.').isVisible());
  const pages = page.getByRole('navigation', { name: 'Pages of the list' });
  const current = pages.locator('[aria-current=page]');
  assert.equal(await current.textContent(), await pages.getByRole('listitem').last().textContent());
  await pages.getByRole('link', { name: 'Previous' }).click();
  await settled(page);
  assert.equal(await page.getByText('The list has no page').count(), 0);
  await assertNoFailure(visit);
});

test('a search stands in its field when it is typed', async (t) => {
  const visit = await site.open(t, '/');
  const { page } = visit;
  for (const [, shown] of SEARCHES) {
    await page.getByLabel('Search').fill(shown);
    await page.waitForURL((url) => url.searchParams.get('q') === shown);
    await settled(page);
    assert.equal(await page.getByLabel('Search').inputValue(), shown);
  }
  await assertNoFailure(visit);
});

test('what is typed and chosen before the program has come is taken over', async (t) => {
  const visit = await site.open(t, '/methods');
  const { page } = visit;
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/*_bg.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(new URL('/?province=jiangsu', site.origin).href, { waitUntil: 'commit' });
  await page.getByLabel('Search').fill('zhou');
  await page.getByRole('checkbox', { name: /^High-tech/ }).check();
  release();
  await page.waitForURL((url) => url.searchParams.get('q') === 'zhou');
  await settled(page);
  assert.equal(new URL(page.url()).search, '?q=zhou&kind=high-tech&province=jiangsu');
  assert.equal(await page.getByLabel('Search').inputValue(), 'zhou');
  assert.ok(await page.getByRole('checkbox', { name: /^High-tech/ }).isChecked());
  await assertNoFailure(visit);
});

test('zones that cannot be are not found, in words', async (t) => {
  const visit = await site.open(t, '/methods');
  for (const slug of NO_ZONES) {
    await t.test(slug.slice(0, 40), async () => {
      for (const prefix of ['', '/zh']) {
        await visit.go(`${prefix}/zones/${slug}`);
        assert.equal(visit.status, 404);
        assert.equal(await visit.page.getByRole('heading', { level: 1 }).count(), 1);
        assert.ok(await visit.page.getByRole('main').getByRole('searchbox').isVisible());
        await assertNoFailure(visit);
      }
    });
  }
});

test('both languages clean alike', async (t) => {
  const visit = await site.open(t, '/zh?province=atlantis&from=2010&to=1990&page=9999');
  for (const word of ['“atlantis”', '起止年份颠倒', '第9999页']) {
    assert.ok(await visit.page.getByText(word).first().isVisible(), word);
  }
  await assertNoFailure(visit);
});

/// The page is none of ours that say that something failed, and nothing it was sent has run.
async function assertNoFailure(visit) {
  assert.doesNotMatch(await visit.page.innerText('body'), /could not be made|\bpanicked\b|Internal Server Error/);
  assert.match(await visit.page.title(), / · /);
  assertClean(visit);
}

async function count(page) {
  const results = page.getByRole('region', { name: 'Zones', exact: true });
  return firstNumber(await results.getByText(/^[\d,]+ zones?$/).textContent());
}
