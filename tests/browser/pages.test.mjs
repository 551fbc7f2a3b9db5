// Every kind of page, in both languages, on a telephone and on a desk.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, barriers, overflow, useSite } from './support.mjs';

const site = useSite();

const PAGES = [
  { path: '/' },
  { path: '/?province=jiangsu&kind=high-tech&from=2010&q=zhou&page=9' },
  { path: '/?q=no+such+zone' },
  { path: '/methods' },
  { path: '/zones/liyang-high-tech-zone' },
  { path: '/zones/liuyang-etdz' },
  { path: '/zones/luzhou-high-tech-zone' },
  { path: '/zones/liangjiang-new-area' },
  { path: '/zones/suzhou-industrial-park' },
  { path: '/zones/xiongan-new-area' },
  { path: '/zones/no-such-zone', status: 404 },
  { path: '/no/such/page', status: 404 },
];

const LANGUAGES = [
  { tag: 'en', prefix: '', site: 'Zone Atlas' },
  { tag: 'zh-Hans', prefix: '/zh', site: '开发区图谱' },
];

const VIEWS = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
];

const titles = new Map();

for (const language of LANGUAGES) {
  for (const { path, status = 200 } of PAGES) {
    const address = inLanguage(language, path);

    test(`${address} is whole and sound`, async (t) => {
      const visit = await site.open(t, address, VIEWS[0]);
      for (const [index, view] of VIEWS.entries()) {
        await visit.page.setViewportSize(view);
        if (index > 0) await visit.go(address);
        assert.equal(visit.status, status);
        await checkHead(visit.page, language, path, status);
        const complaint = `${address} at ${view.width} px`;
        assert.deepEqual(await overflow(visit.page), [], `wider than the window: ${complaint}`);
        assert.deepEqual(await foreignText(visit.page), [], `not in the page's language: ${complaint}`);
        assert.deepEqual(await gaps(visit.page), [], `a gap not filled: ${complaint}`);
        for (const colorScheme of ['light', 'dark']) {
          await visit.page.emulateMedia({ colorScheme });
          assert.deepEqual(await barriers(visit.page), [], `barriers: ${complaint}, ${colorScheme}`);
        }
        assertClean(visit);
      }
    });
  }

  test(`no two pages have one title (${language.tag})`, () => {
    const seen = PAGES.filter(({ path, status }) => !path.includes('?') && status !== 404);
    const found = new Set(seen.map(({ path }) => titles.get(inLanguage(language, path))));
    assert.equal(found.size, seen.length, [...found].join('\n'));
  });
}

test('the way into the content comes first', async (t) => {
  const visit = await site.open(t, '/');
  await visit.page.keyboard.press('Tab');
  const skip = visit.page.getByRole('link', { name: 'Skip to content' });
  assert.equal(await skip.evaluate((link) => link === document.activeElement), true);
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForURL('**/#content');
  const focused = await visit.page.evaluate(() => document.activeElement?.tagName);
  assert.equal(focused, 'MAIN');
  assertClean(visit);
});

test('pages that are not there help on', async (t) => {
  for (const { tag, prefix } of LANGUAGES) {
    const { page } = await site.open(t, `${prefix}/zones/no-such-zone`);
    assert.match(await page.textContent('main'), /no-such-zone/);
    await page.getByRole('main').getByRole('searchbox').fill(tag === 'en' ? 'liuyang' : '浏阳');
    await page.getByRole('main').getByRole('searchbox').press('Enter');
    await page.getByRole('main').locator(`a[href="${prefix}/zones/liuyang-etdz"]`).click();
    await page.waitForURL(`**${prefix}/zones/liuyang-etdz`);
  }
});

async function checkHead(page, language, path, status) {
  const head = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    titles: document.head.querySelectorAll('title').length,
    descriptions: [...document.querySelectorAll('meta[name=description]')].map((meta) => meta.content),
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent),
    alternates: [...document.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [
      link.hreflang,
      new URL(link.href).pathname,
    ]),
  }));
  assert.equal(head.lang, language.tag);
  assert.equal(head.headings.length, 1, `headings: ${head.headings}`);
  assert.equal(head.titles, 1);
  assert.ok(head.title.endsWith(` · ${language.site}`), head.title);
  assert.ok(head.title.startsWith(head.headings[0]), `“${head.title}” and “${head.headings[0]}”`);
  titles.set(inLanguage(language, path), head.title);
  assert.equal(head.descriptions.length, 1);
  assert.ok(head.descriptions[0].length > 15, head.descriptions[0]);
  assert.doesNotMatch(head.descriptions[0], /[{}]/);
  const alternates = new Map(head.alternates);
  assert.equal(head.alternates.length, alternates.size, 'each language once');
  for (const other of LANGUAGES) {
    const target = alternates.get(other.tag);
    assert.ok(target, `no link to ${other.tag}`);
    if (status === 200) assert.equal(target, inLanguage(other, path).split('?')[0]);
  }
}

/// Texts in the other language that do not say so: three English words in a row on a Chinese page,
/// a Chinese character on an English one. What stands in quotation marks is quoted, and a language
/// may be called by its own name.
async function foreignText(page) {
  const home = await page.evaluate(() => document.documentElement.lang);
  const foreign = home === 'en' ? /\p{Script=Han}/u : /[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/;
  return (await texts(page))
    .filter(({ lang, text }) => lang === home && foreign.test(text.replace(/“[^”]*”|中文/g, '')))
    .map(({ text }) => text.slice(0, 80));
}

/// Places in texts where something was to be put in.
async function gaps(page) {
  const found = (await texts(page)).filter(({ text }) => /\{[a-z][\w-]*\}|undefined|NaN|None|null/.test(text));
  return found.map(({ text }) => text.slice(0, 80));
}

/// Every text of the page, folded away or not, with the language it says it is in.
function texts(page) {
  return page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, data: text } = walker.currentNode;
      if (!parent.closest('script, style')) found.push({ lang: parent.closest('[lang]').lang, text });
    }
    return found;
  });
}

function inLanguage({ prefix }, path) {
  return path === '/' || path.startsWith('/?') ? `${prefix}${path.slice(prefix ? 1 : 0)}` : `${prefix}${path}`;
}
