// The way from a number to its source: receipts, derivations, conflicts, sources.

import { mode } from './atlas.mjs';
import { barriers, expect, overflow, settled, test } from './support.mjs';

const ZONE = '/zones/qinglan-high-tech-zone';
const SOURCE = { path: '/sources/qinglan-article', title: 'Qinglan High-tech Zone' };
const DISPUTED = '/zones/nanlu-economic-technological-development-area';

/// Figures of the zone, each with a link to its receipt from a different part of the page, and the words of its source.
const LINKS = [
  {
    from: 'the mark of the chart that is visible',
    figure: 'fyqx5',
    phrase: 'total industrial production of RMB 94.4 billion',
    link: (page, href) => page.locator(`svg a.mark[href="${href}"]`).filter({ visible: true }),
  },
  {
    from: 'a cell of the table',
    figure: 'rf7pn',
    phrase: 'generated RMB 1.169 billion in fiscal income',
    link: (page, href) => page.locator(`[id="figure-rf7pn"] a[href="${href}"]`),
  },
  {
    from: 'the lead',
    figure: 'yafy3',
    phrase: 'around 50 enterprises',
    link: (page, href) => page.locator(`.lead a[href="${href}"]`),
  },
];

// Only the texts differ by language, not the code, so each language runs in one mode.
for (const { prefix, javaScript, statement, source } of [
  { prefix: '', javaScript: true, statement: 'Source text', source: 'Source' },
  { prefix: '/zh', javaScript: false, statement: '原文', source: '出处' },
]) {
  test(`figures of ${prefix}${ZONE} lead to their receipts, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open(prefix + ZONE, { javaScript });
    for (const { from, figure, phrase, link } of LINKS) {
      await test.step(from, async () => {
        const path = `${prefix}/figures/${figure}`;
        await click(link(page, path), path);
        const receipt = page.getByRole('region', { name: statement, exact: true });
        await expect(receipt.locator('blockquote q').first()).toHaveText(phrase);
        const stated = receipt.getByRole('link', { name: SOURCE.title, exact: true });
        await expect(stated).toHaveAttribute('href', prefix + SOURCE.path);
        await page.goBack();
        await expect(page).toHaveURL(prefix + ZONE);
      });
    }
  });

  test(`a sentence of ${prefix}${ZONE} leads to its source, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open(prefix + ZONE, { javaScript });
    const sentence = page.getByRole('listitem').filter({ hasText: 'attracted 58 industrial projects' });
    const quote = sentence.getByText('attracted 58 industrial projects', { exact: true });
    await expect(quote).toBeHidden();
    await sentence.getByText(source, { exact: true }).click();
    await expect(quote).toBeVisible();
    await click(sentence.getByRole('link', { name: SOURCE.title, exact: true }), prefix + SOURCE.path);
    await expect(page.getByRole('heading', { level: 1, name: SOURCE.title, exact: true })).toBeVisible();
    await expect(page.locator('tr').filter({ hasText: 'attracted 58 industrial projects' })).toHaveCount(1);
  });
}

test('a receipt leads back to its row in the table of the zone', async ({ open }) => {
  const { page } = await open('/figures/fyqx5');
  await page.getByRole('link', { name: 'View on zone page', exact: true }).click();
  await expect(page).toHaveURL(`${ZONE}#figure-fyqx5`);
  const row = page.locator('[id="figure-fyqx5"]');
  await expect(row.and(page.locator(':target')), 'the target of the address').toHaveCount(1);
  await settled(page);
  await expect(row).toBeInViewport();
});

for (const javaScript of [true, false]) {
  test(`a derived figure shows its derivation, and links to its inputs and back, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open('/figures/t6a2e-before', { javaScript });
    const how = page.getByRole('region', { name: 'How it was derived', exact: true });
    const said = (term) => how.locator('dl > div').filter({ has: page.getByText(term, { exact: true }) }).locator('dd');
    await expect(said('Rule')).toHaveText('Amount of the previous year = amount ÷ (1 + growth rate)');
    const numbers = '94.35–94.45 billion yuan ÷ (1 + 6.75–6.85%) = 88.30–88.48 billion yuan';
    await expect(said('Calculation')).toHaveText(numbers);
    await expect(said('Assumption')).toHaveText(/current prices/);
    const inputs = how.getByRole('listitem').getByRole('link');
    await expect(inputs).toHaveText(['94.4 billion yuan', '6.8%']);
    for (const [place, [id, phrase]] of [['fyqx5', LINKS[0].phrase], ['t6a2e', 'an increase of 6.8%']].entries()) {
      await test.step(id, async () => {
        await click(inputs.nth(place), `/figures/${id}`);
        const statement = page.getByRole('region', { name: 'Source text', exact: true });
        await expect(statement.getByText(phrase, { exact: true })).toBeVisible();
        const follows = page.getByRole('region', { name: 'Derived from this figure', exact: true });
        await click(follows.getByRole('link', { name: '88.30–88.48 billion yuan' }), '/figures/t6a2e-before');
        await expect(how).toBeVisible();
      });
    }
  });

  test(`a visitor chooses between figures that disagree, ${mode(javaScript)}`, async ({ open }) => {
    const { page } = await open(DISPUTED, { javaScript });
    const conflict = new Conflict(page, 'Gross domestic product, Nanlu Economic-Technological Development Area, 2015');
    const official = ['125.92 billion yuan', 'official, 11 September 2023'];
    const later = ['108.14 billion yuan', 'press, 25 August 2021'];
    const earlier = ['108.14 billion yuan', 'press, 22 February 2016'];
    const rows = (...figures) => figures.map((figure, place) => [...figure, place === 0 ? 'shown' : 'Show this one']);
    const atFirst = {
      pick: null,
      rows: rows(official, later, earlier),
      charted: ['ej3sx'],
      reason: expect.stringMatching(/^These figures conflict\. Official sources come before press/),
    };
    const laterChosen = {
      pick: 'vk6v9',
      rows: rows(later, official, earlier),
      charted: ['vk6v9'],
      reason: expect.stringContaining('You chose this figure'),
    };
    // Only one figure can be chosen: the new choice replaces the first.
    const earlierChosen = { ...laterChosen, pick: 'nr3vs', rows: rows(earlier, official, later), charted: ['nr3vs'] };

    await conflict.expect(atFirst);
    await conflict.choose(later[1], 'vk6v9');
    await conflict.expect(laterChosen);
    await expect(conflict.table).toBeInViewport();
    await conflict.choose(earlier[1], 'nr3vs');
    await conflict.expect(earlierChosen);
    await page.goBack();
    await conflict.expect(laterChosen);
    await page.goBack();
    await conflict.expect(atFirst);
  });
}

const PAGES = [
  '/figures/k4p6c',
  '/figures/t6a2e-before',
  '/sources',
  SOURCE.path,
  '/data',
  '/indicators',
  '/groups/national-high-tech-zones',
  DISPUTED,
];

// The colours do not depend on the language, so axe checks each colour scheme in one language.
for (const { prefix, colorScheme } of [{ prefix: '', colorScheme: 'light' }, { prefix: '/zh', colorScheme: 'dark' }]) {
  for (const path of PAGES.map((page) => prefix + page)) {
    test(`${path} fits the window and is accessible`, async ({ open }) => {
      const { page, status } = await open(path, { width: 360, height: 740, colorScheme });
      expect(status).toBe(200);
      expect(await overflow(page), 'wider than the window').toEqual([]);
      expect(await barriers(page), colorScheme).toEqual([]);
    });
  }
}

/// Competing figures for the same thing. The page shows one of them.
class Conflict {
  constructor(page, title) {
    this.page = page;
    const region = page.getByRole('region', { name: 'Other figures for the same thing', exact: true });
    const block = region.locator('div').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
    this.table = block.getByRole('table');
    this.reason = block.getByRole('paragraph');
  }

  /// Chooses the figure with these words in its row; its link must choose this figure id.
  async choose(words, figure) {
    const link = this.table.getByRole('row').filter({ hasText: words }).getByRole('link', { name: /^Show this one/ });
    await expect(link).toHaveAttribute('href', new RegExp(`[?&]pick=${figure}(#|$)`));
    await link.click();
  }

  /// Waits until the page shows this state.
  async expect(state) {
    await expect.poll(() => this.#state()).toEqual(state);
  }

  async #state() {
    const rows = await this.table.getByRole('row').evaluateAll((all) =>
      all.slice(1).map((row) => [...row.cells].map((cell) => cell.innerText.trim().split('\n').at(-1))),
    );
    return {
      pick: new URL(this.page.url()).searchParams.getAll('pick').join(' ') || null,
      rows,
      reason: await this.reason.innerText(),
      // The figures that the line of the chart joins. The others are marks beside it.
      charted: (await hrefs(this.page.locator('.chart-wide a.mark:not(.aside)')))
        .map((href) => href.split('/').at(-1))
        .filter((id) => ['ej3sx', 'vk6v9', 'nr3vs'].includes(id)),
    };
  }
}

/// Clicks the link, which must be the only one and lead to this path.
async function click(link, path) {
  await expect(link).toHaveCount(1);
  await expect(link).toHaveAttribute('href', path);
  await link.click();
  await expect(link.page()).toHaveURL(path);
}

function hrefs(links) {
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
}
