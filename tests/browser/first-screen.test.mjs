// The first screen of the atlas page: what it contains at each size, and how many keys, clicks or taps the main tasks
// need.

import { Atlas } from './atlas.mjs';
import { expect, overflow, test } from './support.mjs';

test.use({ dataset: 'shipped' });

/// Window sizes, and the minimum number of list rows that they show.
const SIZES = [
  { width: 1440, height: 900, rows: 9 },
  { width: 1280, height: 720, rows: 6 },
  { width: 768, height: 1024, rows: 8 },
  { width: 390, height: 844, rows: 3 },
  { width: 320, height: 640, rows: 1 },
];

for (const { width, height, rows } of SIZES) {
  for (const path of ['/', '/zh', '/?province=jiangsu&level=national']) {
    test(`${path} shows rows, map and filters at ${width} x ${height}`, async ({ open }) => {
      const { page } = await open(path, { width, height, touch: width < 1024 });
      await new Atlas(page).answersItself();
      const whole = await page.locator('#zones .zone').evaluateAll(
        (all) => all.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length,
      );
      // The line of active filters takes the space of one row.
      expect(whole).toBeGreaterThanOrEqual(path.includes('?') ? Math.max(1, rows - 1) : rows);
      if (width >= 1024) {
        await expect(page.locator('.tile').first()).toBeInViewport();
        await expect(page.locator('.fold summary').first()).toBeInViewport();
      } else {
        for (const [name, inside] of [['地图|Map', '.tile'], ['筛选|Filters', '.fold summary']]) {
          await expect(page.locator(inside).first()).toBeHidden();
          await page.getByRole('button', { name: new RegExp(`^(${name})`) }).tap();
          await expect(page.locator(inside).first()).toBeInViewport();
          await page.getByRole('button', { name: /^(Close|关闭)$/ }).tap();
        }
      }
      expect(await overflow(page)).toEqual([]);
    });
  }
}

test('the Tab key comes to the first zone at the tenth press', async ({ open }) => {
  const { page } = await open('/');
  await new Atlas(page).answersItself();
  const isInRow = () => page.evaluate(() => Boolean(document.activeElement.closest('.zone')));
  let presses = 0;
  for (; presses < 20 && !(await isInRow()); presses += 1) await page.keyboard.press('Tab');
  expect(presses).toBeLessThanOrEqual(10);
});

test('the largest high-tech zones of two provinces are compared by five clicks and without scrolling', async ({ open }) => {
  const { page } = await open('/', { width: 1440, height: 900 });
  const atlas = new Atlas(page);
  await atlas.answersItself();
  let clicks = 0;
  const click = async (element) => {
    await expect(element).toBeInViewport();
    clicks += 1;
    await element.click();
  };
  await click(page.getByText('Type', { exact: true }));
  await click(atlas.box('High-tech zone'));
  await click(atlas.tile('Jiangsu'));
  await click(atlas.tile('Anhui'));
  await atlas.ready();
  const first = (await atlas.names()).slice(0, 3);
  const outputs = await page.locator('.zone').evaluateAll(
    (all) => all.slice(0, 3).map((row) => Number(row.querySelector('.zone-cell a').textContent.replace(/[^\d.]/g, ''))),
  );
  expect(outputs).toEqual([...outputs].sort((one, other) => other - one));
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await click(page.getByRole('link', { name: 'Compare the first 3' }));
  expect(clicks).toBe(5);
  const heads = page.getByRole('table').getByRole('columnheader').getByRole('link');
  expect((await heads.allTextContents()).slice(0, 3)).toEqual(first);
});

test('a zone is found on a phone by two taps', async ({ open }) => {
  const { page } = await open('/zh', { width: 390, height: 844, touch: true });
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await page.locator('#q').tap();
  await page.keyboard.insertText('溧阳高新区');
  await atlas.ready();
  const found = page.locator('a.zone-name').first();
  await expect(found).toBeInViewport();
  await found.tap();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('溧阳');
});

test('a table of zones has a row for each zone, with a head for each cell', async ({ open }) => {
  const { page } = await open('/');
  await new Atlas(page).answersItself();
  const table = page.getByRole('table', { name: /^[\d,]+ zones$/ });
  await expect(table.getByRole('columnheader')).toHaveCount(8);
  await expect(table.getByRole('columnheader', { name: /^Sort by Output/ }).or(table.locator('[aria-sort=descending]'))).not.toHaveCount(0);
  const row = table.getByRole('row').nth(1);
  await expect(row.getByRole('rowheader')).toHaveCount(1);
  await expect(row.getByRole('cell')).toHaveCount(7);
});

test('the number of zones is announced once for a word', async ({ open }) => {
  const { page } = await open('/');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await page.evaluate(() => {
    window.said = [];
    const status = document.querySelector('[data-part=status]');
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { characterData: true, childList: true, subtree: true });
  });
  await page.getByLabel('Search').pressSequentially('suzhou', { delay: 60 });
  await atlas.ready();
  const count = await page.locator('.results-count').textContent();
  await expect.poll(() => page.evaluate(() => window.said)).toEqual([`${count}: “suzhou”`]);
});

test('a journalist sees the output of a zone, its year, its source and its growth on the first screen', async ({ open }) => {
  const { page } = await open('/zones/liuyang-etdz', { width: 1440, height: 900 });
  const card = (name) => page.locator('.headline-card').filter({ has: page.locator('dt').filter({ hasText: new RegExp(`^${name}`) }) });
  const output = card('Industrial output');
  await expect(output).toContainText('120 billion yuan');
  await expect(output).toContainText('2017');
  await expect(output.getByRole('link', { name: /Liuyang/ })).toHaveAttribute('href', /^\/sources\//);
  // The value of 2017 is the only one of its series; another series has two.
  await expect(card('Growth of output')).toContainText('×3.3 from 2012 to 2017');
  await expect(card('Fiscal revenue')).toContainText('no figure from an original source');
  for (const shown of [output, card('Growth of output'), card('Fiscal revenue'), card('Approved area')]) {
    await expect(shown).toBeInViewport({ ratio: 1 });
  }
});

test('a zone is compared, downloaded and shared from the head of its page', async ({ open }) => {
  const { page } = await open('/zh/zones/liyang-high-tech-zone', { width: 390, height: 844, touch: true });
  await page.getByRole('button', { name: '下载与分享' }).tap();
  await expect(page.getByLabel('本页地址')).toHaveValue(page.url());
  await expect(page.getByRole('link', { name: 'CSV' }).first()).toBeInViewport();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '对比', exact: true }).tap();
  await expect(page).toHaveURL(/\/zh\/compare\?zones=liyang-high-tech-zone$/);
});

test('an official shares the chart of a zone by three taps', async ({ open }) => {
  const { page } = await open('/zh', { width: 390, height: 844, touch: true });
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await page.locator('#q').tap();
  await page.keyboard.insertText('长沙经济技术开发区');
  await atlas.ready();
  await page.locator('a.zone-name').first().tap();
  await page.locator('.chart-downloads').first().getByText('下载与分享').tap();
  const picture = page.locator('.chart-downloads').first().getByRole('link', { name: 'PNG' });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveAttribute('href', /^\/zh\/zones\/changsha-etdz\/output\.png/);
});

test('a researcher has all fiscal revenue figures with sources by two clicks from all indicators', async ({ open }) => {
  const { page } = await open('/indicators');
  await page.getByRole('link', { name: 'Fiscal revenue', exact: true }).click();
  const files = page.getByText(/^All figures \(\d+\)/);
  await expect(files).toBeInViewport();
  const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('link', { name: 'CSV' }).click()]);
  const text = await (await download.createReadStream()).toArray();
  const [head, ...lines] = Buffer.concat(text).toString('utf8').trim().split('\n');
  expect(head).toContain('as_stated');
  const count = Number(/\((\d+)\)/.exec(await files.textContent())[1]);
  expect(lines.length).toBe(count);
  expect(count).toBeGreaterThan(40);
});
