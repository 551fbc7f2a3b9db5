// A reader's own copy of a document: the browser compares it with the phrases of the atlas, shows its sentences on the
// receipts, and never sends it.

import { expect, settled, test } from './support.mjs';

/// An English source, from which three figures of a group were taken.
const EVALUATION = '/sources/copy-shop-online-2017-12-21';

/// A source from which one figure was taken, with the phrase "120,000".
const ONE_PHRASE = '/sources/cedar-street-journal-2020-12-15';

// The project may not keep the original documents, so these sentences are invented around the phrases that the atlas
// cites.
const COPIES = [
  {
    prefix: '',
    source: '/sources/hill-and-coast-2005',
    phrases: { xpy47: 'US$8.81 billion', yqf4v: '1,596 enterprises', wj59p: '50 square kilometre' },
    text: [
      'A page made up by a test',
      'The quokkas bought a park for US$8.81 billion in all. They share its 50 square kilometre meadow.',
      'Of 1,596 enterprises there, none minds the quokkas.',
    ],
    figure: 'xpy47',
    value: /^8\.81 billion US dollars/,
    sentence: 'The quokkas bought a park for US$8.81 billion in all.',
    secret: 'quokkas',
    compare: 'Compare',
    needs: 'This needs JavaScript: the text is compared in your browser and never sent.',
    recognised: 'Recognised by its phrases: it contains 3 of 3.',
    counts: '3 found in place, 0 elsewhere, 0 missing.',
    kept: 'Until you clear it, the receipts of this source show its sentences.',
    forget: 'Clear the text',
    none: 'The atlas keeps no source texts.',
  },
  {
    prefix: '/zh',
    source: '/sources/the-open-notebook-2012-04-03',
    phrases: {
      k4p6c: '10.49亿元',
      uma2h: '2.74亿元',
      bp33u: '13.16亿元',
      pa99h: '7672亿元',
      erj9q: '6613亿元',
      zqkd6: '3000亿美元',
      y7umj: '5.96万家',
    },
    text: ['测试自编的一页', '短尾袋鼠的产值为10.49亿元。税收6613亿元，出口3000亿美元。', '共有5.96万家。'],
    figure: 'k4p6c',
    value: /^10\.49万亿元/,
    sentence: '短尾袋鼠的产值为10.49亿元。',
    secret: '短尾袋鼠',
    compare: '比对',
    needs: '此功能需要JavaScript：文本在您的浏览器中比对，不会发送。',
    recognised: '根据原文辨认：7处中有4处在文本中。',
    counts: '4处在原位，0处已移位，3处未找到。',
    kept: '在您清除之前，出自该来源的数据会显示其原句。',
    forget: '清除文本',
    none: '本站不保存来源文本。',
  },
];

/// None of these is the phrase "298,000 enterprises": with one character more, less or changed it is another number.
const CHANGES = {
  'another digit': '299,000 enterprises',
  'no comma': '298000 enterprises',
  'a point for the comma': '298.000 enterprises',
  'a digit before': '1298,000 enterprises',
};

for (const copy of COPIES) {
  const { prefix, source, figure, sentence, secret } = copy;
  const receipt = `${prefix}/figures/${figure}`;

  test(`a copy pasted at ${prefix}${source} stays in the browser, and a receipt shows it`, async ({ open, origin }) => {
    const visit = await open(prefix + source);
    const { page } = visit;
    const box = new Box(page, copy);
    const link = page.locator(`.extracted-table a[href="${receipt}"]`);
    const requests = watch(page);

    await test.step('the browser compares the copy without a request', async () => {
      await expect(box.text).toBeVisible();
      await expect(page.locator('noscript p').filter({ visible: true })).toHaveCount(0);
      expect(await box.phrases()).toEqual(copy.phrases);
      await settled(page);
      // The test controls all timers that the page starts from now on, so that it also sees delayed requests.
      await page.clock.install();
      requests.length = 0;
      await box.paste(copy.text.join('\n\n'));
      for (const words of [copy.recognised, copy.counts, copy.kept]) await expect(box.outcome).toContainText(words);
      await page.clock.runFor(5_000);
      expect(requests.map(({ url }) => url), 'requests while comparing').toEqual([]);
    });

    await test.step('the receipt shows the sentence', async () => {
      // The value, followed by a note if it was corrected.
      await expect(link).toHaveText(copy.value);
      await link.click();
      await expect(page).toHaveURL(receipt);
      await expectSentence(page, copy);
    });

    await test.step('the server does not know the text, and the browser shows it after a full load too', async () => {
      const html = await (await fetch(origin + receipt)).text();
      expect(html).toContain(copy.none);
      expect(html).not.toContain(secret);
      await visit.go(receipt);
      await expectSentence(page, copy);
      await visit.go(prefix + source);
      expect(await kept(page, source)).toContain(secret);
      await expect(box.outcome).toContainText(copy.counts);
    });

    await test.step('the browser forgets the text', async () => {
      await box.button(copy.forget).click();
      await expect(box.outcome.locator('p')).toHaveCount(0);
      await expect(box.text).toHaveValue('');
      expect(await kept(page, source)).toBeNull();
      await visit.go(receipt);
      await expect(page.getByRole('main')).toContainText(copy.none);
      await expect(page.getByRole('main')).not.toContainText(sentence);
    });

    const told = requests.filter(({ url, body }) => [url, body].some((part) => decoded(part).includes(secret)));
    expect(told, 'requests with the text').toEqual([]);
  });

  test(`without JavaScript a note replaces the box of ${prefix}${source}`, async ({ open }) => {
    const { page } = await open(prefix + source, { javaScript: false });
    const box = new Box(page, copy);
    await expect(page.getByText(copy.needs, { exact: true })).toBeVisible();
    await expect(box.text).toBeHidden();
    await expect(box.button(copy.compare)).toBeHidden();
  });
}

test('a phrase with another digit or comma is not found', async ({ open }) => {
  const visit = await open(EVALUATION);
  const { page } = visit;
  const box = new Box(page, COPIES[0]);
  expect(await box.phrases()).toEqual({
    wnpk3: 'CNY 8.98 trillion',
    h2ucv: 'CNY 554.47 billion',
    r88wm: '298,000 enterprises',
  });
  const written = (phrase) => `Quokkas hold CNY 8.98 trillion and owe CNY 554.47 billion. They run ${phrase} in all.`;
  for (const [change, phrase] of Object.entries(CHANGES)) {
    await test.step(change, async () => {
      await box.paste(written('298,000 enterprises'));
      await expect(box.outcome).toContainText('3 found in place, 0 elsewhere, 0 missing.');
      await box.paste(written(phrase));
      await expect(box.outcome).toContainText('2 found in place, 0 elsewhere, 1 missing.');
      expect(await box.listed('Not found')).toEqual({ '/figures/r88wm': '298,000 enterprises' });
      expect(await box.listed('Moved')).toEqual({});
    });
  }
  await visit.go('/figures/r88wm');
  await expect(page.getByText('The phrase is no longer in this text.')).toBeVisible();
  await expect(page.locator('mark')).toHaveCount(0);

  await visit.go(EVALUATION);
  await box.paste('Quokkas hold CNY 8,98 trillion, owe CNY 554.74 billion and run 298 000 enterprises.');
  await expect(box.outcome).toContainText('This text contains none of the phrases taken from the document.');
});

test('a phrase that stands elsewhere in the copy is listed as moved', async ({ open }) => {
  const { page } = await open('/sources/qinglan-article');
  const box = new Box(page, COPIES[0]);
  await box.paste('Quokkas came. A brochure of theirs claims 58 industrial projects.\n\nIt claims around 50 enterprises.');
  // Two round numbers do not tell a document: the reader does.
  await expect(box.outcome).toContainText('Another text could contain them too.');
  expect(await kept(page, '/sources/qinglan-article')).toBeNull();
  await box.button('It is a copy of this document').press('Enter');
  await expect(box.outcome).toBeFocused();
  await expect(box.outcome).toContainText('The text differs from the one that was read.');
  await expect(box.outcome).toContainText(/\b0 found in place, 2 elsewhere, \d\d missing\./);
  expect(await box.listed('Moved')).toEqual({
    '/figures/y2ptg': '58 industrial projects',
    '/figures/yafy3': 'around 50 enterprises',
  });
  // Use the keyboard: a click in the middle could hit the quotation mark, which in Chromium is not part of the link.
  await page.getByRole('link', { name: '58 industrial projects', exact: true }).press('Enter');
  await expect(page).toHaveURL('/figures/y2ptg');
  await expect(page.getByText('The phrase is now elsewhere: paragraph 1, sentence 2.', { exact: true })).toBeVisible();
  await expect(page.locator('mark')).toHaveText('58 industrial projects');
  await expect(page.getByText('The text differs from the one that was read.', { exact: true })).toBeVisible();
});

test('a reader can remove a kept copy, even after another comparison', async ({ open }) => {
  const { page } = await open(ONE_PHRASE);
  const box = new Box(page, COPIES[0]);
  await box.paste('Of 120,000 quokkas none is here.');
  await expect(box.outcome).toContainText('Phrases of the document in this text: 1 of 1.');
  await box.button('It is a copy of this document').click();
  await expect(box.outcome).toContainText('1 found in place, 0 elsewhere, 0 missing.');
  await box.paste('Here is nothing of it.');
  await expect(box.outcome).toContainText('This text contains none of the phrases taken from the document.');
  expect(await kept(page, ONE_PHRASE)).toContain('quokkas');
  await box.button('Clear the text').click();
  await expect(box.button('Clear the text')).toHaveCount(0);
  expect(await kept(page, ONE_PHRASE)).toBeNull();
});

test('a text that is too long for a page is not compared', async ({ open }) => {
  const { page } = await open(ONE_PHRASE);
  const box = new Box(page, COPIES[0]);
  await box.text.evaluate((area) => (area.value = '120,000 quokkas '.repeat(130_000)));
  await box.button('Compare').click();
  await expect(box.outcome).toContainText('The text was not compared: it is longer than two million characters.');
  expect(await kept(page, ONE_PHRASE)).toBeNull();
});

/// The box for pasting a copy, and the result below it.
class Box {
  constructor(page, { compare }) {
    this.page = page;
    this.compare = compare;
    this.region = page.locator('#own-copy');
    this.text = this.region.getByRole('textbox', { includeHidden: true });
    this.outcome = this.region.getByRole('status');
  }

  button(name) {
    return this.region.getByRole('button', { name, exact: true, includeHidden: true });
  }

  async paste(text) {
    await this.text.fill(text);
    await this.button(this.compare).click();
  }

  /// Returns the phrases in the list under a heading, by the path of their links.
  async listed(title) {
    const heading = this.region.getByRole('heading', { name: title, exact: true });
    const links = heading.locator('xpath=following-sibling::ul[1]').locator('a');
    return Object.fromEntries(
      await links.evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.textContent])),
    );
  }

  /// Returns the phrases that the page shows as taken from the source, by figure id.
  async phrases() {
    const rows = await this.page.locator('.extracted-table tbody tr').evaluateAll((all) =>
      all.map((row) => [row.querySelector('a').getAttribute('href').split('/').at(-1), row.querySelector('q').textContent]),
    );
    return Object.fromEntries(rows);
  }
}

/// Expects that the receipt shows the sentence of the copy with the phrase highlighted.
async function expectSentence(page, { phrases, figure, sentence, none }) {
  await expect(page.locator('blockquote mark')).toHaveText(phrases[figure]);
  await expect(page.locator('blockquote').filter({ has: page.locator('mark') })).toHaveText(sentence);
  await expect(page.getByText(none)).toHaveCount(0);
}

/// Records every request of a page from now on, with its body.
function watch(page) {
  const requests = [];
  page.on('request', (request) => requests.push({ url: request.url(), body: request.postData() ?? '' }));
  page.on('websocket', (socket) => requests.push({ url: socket.url(), body: '' }));
  return requests;
}

/// Returns the text of a source that the browser has stored, or null.
function kept(page, path) {
  return page.evaluate((key) => localStorage.getItem(key), `document-${path.split('/').at(-1)}`);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
