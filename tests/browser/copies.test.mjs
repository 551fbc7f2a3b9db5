// A reader's own copy of a document: compared in the browser, shown at the receipts, never sent.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, settled, useSite } from './support.mjs';

const site = useSite();

// The documents are not ours to keep: these sentences are made up round the phrases that the atlas
// cites. Each test has a source of its own, since the browser keeps a text for each.
const COPIES = [
  {
    prefix: '',
    source: '/sources/china-org-cn-2005',
    phrases: { xpy47: 'US$8.81 billion', yqf4v: '1,596 enterprises', wj59p: '50 square kilometre' },
    text: [
      'A page made up by a test',
      'The quokkas bought a park for US$8.81 billion in all. They share its 50 square kilometre meadow.',
      'Of 1,596 enterprises there, none minds the quokkas.',
    ],
    figure: 'xpy47',
    value: '8.81 billion US dollars',
    sentence: 'The quokkas bought a park for US$8.81 billion in all.',
    secret: 'quokkas',
    compare: 'Compare',
    needs: 'This needs JavaScript, because the text is compared in your browser and never sent.',
    recognised: 'Recognised by its phrases: 3 of 3 stand in it.',
    counts: '3 found in their place, 0 elsewhere, 0 no longer there.',
    kept: 'Until you forget it, the receipts of this source show its sentences.',
    forget: 'Forget the text',
    none: 'The atlas keeps no source texts.',
  },
  {
    prefix: '/zh',
    source: '/sources/qdn-cn-2012-04-03',
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
    value: '10.49万亿元',
    sentence: '短尾袋鼠的产值为10.49亿元。',
    secret: '短尾袋鼠',
    compare: '比对',
    needs: '此功能需要JavaScript：文本在您的浏览器中比对，从不发送。',
    recognised: '凭原话辨认：7处中有4处在文本中。',
    counts: '4处在原位，0处移位，3处已不在。',
    kept: '在您清除之前，出自该来源的数字会显示其原句。',
    forget: '清除文本',
    none: '图谱不保存来源文本。',
  },
];

/// One character more, less or other in a phrase is another number.
const CHANGES = {
  'another digit': '299,000 enterprises',
  'no comma': '298000 enterprises',
  'a point for the comma': '298.000 enterprises',
  'a digit before': '1298,000 enterprises',
};

for (const copy of COPIES) {
  const { prefix, source, figure, sentence, secret } = copy;
  const receipt = `${prefix}/figures/${figure}`;

  test(`a copy stays in the browser and stands at ${receipt}`, async (t) => {
    const visit = await site.open(t, prefix + source);
    const { page } = visit;
    const requests = watch(page);
    const box = new Box(visit, copy);
    assert.deepEqual(await box.phrases(), copy.phrases);
    await settled(page);
    requests.length = 0;
    await box.paste(copy.text.join('\n\n'));
    const outcome = await box.outcome();
    for (const words of [copy.recognised, copy.counts, copy.kept]) {
      assert.ok(outcome.includes(words), `“${words}” is not in “${outcome}”`);
    }
    // Long enough for what is sent a moment later.
    await page.waitForTimeout(1000);
    assert.deepEqual(requests.map(({ url }) => url), [], 'asked for while comparing');

    // The value, and behind it a word where it was corrected.
    const link = page.locator(`.taken-table a[href="${receipt}"]`);
    assert.ok((await link.innerText()).startsWith(copy.value), 'another value is taken');
    await link.click();
    await page.waitForURL(`**${receipt}`);
    await checkReceipt(page, copy);
    // The server knows nothing of it, and the browser shows it after a full load too.
    const html = await (await fetch(site.origin + receipt)).text();
    assert.ok(html.includes(copy.none) && !html.includes(secret), 'the server has the text');
    await visit.go(receipt);
    await checkReceipt(page, copy);
    await visit.go(prefix + source);
    assert.ok((await kept(page, source.split('/').at(-1))).includes(secret), 'kept elsewhere than this test looks');
    assert.ok((await box.outcome()).includes(copy.counts), 'not kept');

    await box.button(copy.forget).click();
    await page.locator('.paste-outcome p').first().waitFor({ state: 'detached' });
    assert.equal(await box.text.inputValue(), '');
    assert.equal(await kept(page, source.split('/').at(-1)), null);
    await visit.go(receipt);
    const main = await page.locator('main').innerText();
    assert.ok(main.includes(copy.none), 'the atlas does not say that it keeps no texts');
    assert.ok(!main.includes(sentence), 'not forgotten');
    const told = requests.filter(({ url, body }) => [url, body].some((part) => decoded(part).includes(secret)));
    assert.deepEqual(told, [], 'the text was sent');
    assertClean(visit);
  });

  test(`without JavaScript a note stands for the box: ${prefix}${source}`, async (t) => {
    const visit = await site.open(t, prefix + source, { javaScript: false });
    const box = new Box(visit, copy);
    assert.equal(await visit.page.getByText(copy.needs, { exact: true }).isVisible(), true);
    assert.equal(await box.text.isVisible(), false);
    assert.equal(await box.button(copy.compare).isVisible(), false);
    assertClean(visit);
    const withIt = await site.open(t, prefix + source);
    assert.equal(await new Box(withIt, copy).text.isVisible(), true);
    assert.equal(await withIt.page.locator('noscript p').filter({ visible: true }).count(), 0);
  });
}

test('a changed digit or comma is not the phrase', async (t) => {
  const visit = await site.open(t, '/sources/en-camdi-org-2017-12-21');
  const { page } = visit;
  const box = new Box(visit, COPIES[0]);
  assert.deepEqual(await box.phrases(), {
    wnpk3: 'CNY 8.98 trillion',
    h2ucv: 'CNY 554.47 billion',
    r88wm: '298,000 enterprises',
  });
  const written = (phrase) => `Quokkas hold CNY 8.98 trillion and owe CNY 554.47 billion. They run ${phrase} in all.`;
  await box.paste(written('298,000 enterprises'));
  assert.match(await box.outcome(), /3 found in their place, 0 elsewhere, 0 no longer there\./);
  for (const [change, phrase] of Object.entries(CHANGES)) {
    await box.paste(written(phrase));
    await page.getByText('2 found in their place, 0 elsewhere, 1 no longer there.').waitFor();
    assert.deepEqual(await box.listed('Not found'), { '/figures/r88wm': '298,000 enterprises' }, change);
    assert.deepEqual(await box.listed('Moved'), {}, change);
  }
  await visit.go('/figures/r88wm');
  await page.getByText('The phrase no longer stands in this text.').waitFor();
  assert.equal(await page.locator('mark').count(), 0);

  await visit.go('/sources/en-camdi-org-2017-12-21');
  await box.paste('Quokkas hold CNY 8,98 trillion, owe CNY 554.74 billion and run 298 000 enterprises.');
  await page.getByText('This text holds none of the phrases that were taken from the document.').waitFor();
  assertClean(visit);
});

test('a phrase that has moved is said to have', async (t) => {
  const visit = await site.open(t, '/sources/liyang-article');
  const { page } = visit;
  const box = new Box(visit, COPIES[0]);
  await box.paste('Quokkas came. A brochure of theirs claims 58 industrial projects.\n\nIt claims around 50 enterprises.');
  const outcome = await box.outcome();
  assert.match(outcome, /The text differs from the one that was read\./);
  assert.match(outcome, /0 found in their place, 2 elsewhere, \d\d no longer there\./);
  const moved = await box.listed('Moved');
  assert.deepEqual(moved, { '/figures/y2ptg': '58 industrial projects', '/figures/yafy3': 'around 50 enterprises' });
  // By the keyboard: the mouse would meet the quotation mark, which is no part of the link to Chromium.
  await page.getByRole('link', { name: '58 industrial projects', exact: true }).press('Enter');
  await page.waitForURL('**/figures/y2ptg');
  await page.getByText('The phrase now stands elsewhere: paragraph 1, sentence 2.', { exact: true }).waitFor();
  assert.equal(await page.locator('mark').innerText(), '58 industrial projects');
  assert.equal(await page.getByText('The text differs from the one that was read.', { exact: true }).isVisible(), true);
  assertClean(visit);
});

test('what is kept can be forgotten, whatever was compared since', async (t) => {
  const visit = await site.open(t, '/sources/prnewswire-com-2020-12-15');
  const box = new Box(visit, COPIES[0]);
  await box.paste('Of 120,000 quokkas none is here.');
  await visit.page.getByText('1 found in their place, 0 elsewhere, 0 no longer there.').waitFor();
  await box.paste('Here is nothing of it.');
  await visit.page.getByText('This text holds none of the phrases that were taken from the document.').waitFor();
  if (await kept(visit.page, 'prnewswire-com-2020-12-15')) {
    assert.equal(await box.button('Forget the text').count(), 1, 'kept, and no way to forget it');
    await box.button('Forget the text').click();
  }
  assert.equal(await kept(visit.page, 'prnewswire-com-2020-12-15'), null);
  assertClean(visit);
});

test('what is no page of a document is not compared', async (t) => {
  const visit = await site.open(t, '/sources/chinaopticsvalley-com-2024-04-29');
  const box = new Box(visit, COPIES[0]);
  await box.text.evaluate((area) => (area.value = 'quokka '.repeat(300_000)));
  await box.button('Compare').click();
  await visit.page.getByText('The text is longer than two million characters; that is no page of a document.').waitFor();
  assert.equal(await kept(visit.page, 'chinaopticsvalley-com-2024-04-29'), null);
  assertClean(visit);
});

/// The box in which a copy is pasted, and what it says then.
class Box {
  constructor({ page }, { compare }) {
    this.page = page;
    this.compare = compare;
    this.region = page.locator('#own-copy');
    this.text = this.region.getByRole('textbox', { includeHidden: true });
  }

  button(name) {
    return this.region.getByRole('button', { name, exact: true, includeHidden: true });
  }

  async paste(text) {
    await this.text.fill(text);
    await this.button(this.compare).click();
  }

  async outcome() {
    const status = this.region.getByRole('status');
    await status.locator('p').first().waitFor();
    return status.innerText();
  }

  /// What is listed under a heading, by where it leads.
  async listed(title) {
    const heading = this.region.getByRole('heading', { name: title, exact: true });
    const links = heading.locator('xpath=following-sibling::ul[1]').locator('a');
    return Object.fromEntries(
      await links.evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.textContent])),
    );
  }

  /// The phrases that the page says were taken from the source, by figure.
  async phrases() {
    const rows = await this.page.locator('.taken-table tbody tr').evaluateAll((all) =>
      all.map((row) => [row.querySelector('a').getAttribute('href').split('/').at(-1), row.querySelector('q').textContent]),
    );
    return Object.fromEntries(rows);
  }
}

/// The receipt shows the sentence of the copy, with the phrase marked.
async function checkReceipt(page, { phrases, figure, sentence, none }) {
  const phrase = page.locator('blockquote mark');
  await phrase.waitFor();
  assert.equal(await phrase.innerText(), phrases[figure]);
  assert.equal((await page.locator('blockquote').filter({ has: page.locator('mark') }).textContent()).trim(), sentence);
  assert.equal(await page.getByText(none).count(), 0);
}

/// Everything that a page asks for from now on, and what it sends along.
function watch(page) {
  const requests = [];
  page.on('request', (request) => requests.push({ url: request.url(), body: request.postData() ?? '' }));
  page.on('websocket', (socket) => requests.push({ url: socket.url(), body: '' }));
  return requests;
}

/// The text of a source that the browser keeps.
function kept(page, source) {
  return page.evaluate((key) => localStorage.getItem(key), `document-${source}`);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
