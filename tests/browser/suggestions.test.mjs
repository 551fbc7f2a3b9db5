// The search suggests places, industries and zones. The page does not search during input-method composition.

import { Atlas, mode } from './atlas.mjs';
import { barriers, expect, overflow, test } from './support.mjs';

test.use({ dataset: 'shipped' });

/// Returns the search field, the list of suggestions and its options.
function search(page) {
  const field = page.getByRole('combobox', { name: /^(Search|搜索)$/ });
  const list = page.getByRole('listbox', { name: /^(Suggestions|搜索建议)$/ });
  return { field, list, options: list.getByRole('option') };
}

test('the arrow keys move among suggestions, and Enter takes one', async ({ open }) => {
  const { page } = await open('/');
  await new Atlas(page).answersItself();
  const { field, list, options } = search(page);
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await field.pressSequentially('suzhou');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(options.first()).toHaveText('Suzhou Jiangsu');
  await expect(options.nth(1)).toHaveText('Suzhou Anhui');
  await expect(list).toMatchAriaSnapshot(`
    - listbox "Suggestions":
      - option "Suzhou Jiangsu"
      - option "Suzhou Anhui"
      - option /Suzhou .+ 苏州/
  `);

  await field.press('ArrowDown');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-activedescendant', 'suggestions-0');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await field.press('ArrowUp');
  await field.press('ArrowUp');
  const last = await options.count();
  await expect(options.nth(last - 1)).toHaveAttribute('aria-selected', 'true');
  expect(await barriers(page)).toEqual([]);

  await field.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(field).toHaveValue('suzhou');

  // Another key press shows the suggestions again.
  await field.press('Backspace');
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page).toHaveURL((url) => url.search === '?city=suzhou-jiangsu');
  await expect(field).toHaveValue('');
  await expect(options).toHaveCount(0);
});

test('a suggested zone opens by Enter and by a click, an industry filters', async ({ open }) => {
  const visit = await open('/zh');
  const { page } = visit;
  await new Atlas(page).answersItself();
  const { field, options } = search(page);
  await field.pressSequentially('溧陽高新');
  await expect(options.first()).toHaveText(/^溧阳高新区/);
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page).toHaveURL('/zh/zones/liyang-high-tech-zone');

  await visit.go('/');
  await new Atlas(page).answersItself();
  await field.pressSequentially('batteries');
  await options.filter({ hasText: /Industry$/ }).click();
  await expect(page).toHaveURL((url) => url.search === '?industry=batteries');
  await expect(page.getByRole('link', { name: 'Liyang High-tech Zone', exact: true })).toBeVisible();
});

test('on a telephone suggestions fit the window, and the key that searches puts them away', async ({ open }) => {
  const { page } = await open('/', { touch: true, width: 320, height: 640, colorScheme: 'dark' });
  await new Atlas(page).answersItself();
  const { field, options } = search(page);
  await field.tap();
  await page.keyboard.type('xian');
  await expect(options.first()).toHaveText(/^Xi'an/);
  expect(await overflow(page)).toEqual([]);
  expect(await barriers(page)).toEqual([]);
  await field.press('Enter');
  await expect(options).toHaveCount(0);
  await expect(page).toHaveURL((url) => url.search === '?q=xian');
});

test('nothing is searched while an input method composes', async ({ open }) => {
  const { page } = await open('/zh');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const { field, options } = search(page);
  await field.focus();
  const status = page.getByRole('status').filter({ hasText: /^[\d,]+家$/ });
  const before = await status.textContent();
  const session = await page.context().newCDPSession(page);
  for (const text of ['l', 'li', 'li y', 'li yang']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(300);
    expect(new URL(page.url()).search, text).toBe('');
  }
  await expect(options).toHaveCount(0);
  expect(await status.textContent()).toBe(before);
  await session.send('Input.insertText', { text: '溧阳' });
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === '溧阳');
  await expect(page.locator('.zone-name').first()).toHaveText('溧阳高新区');
});

for (const javaScript of [true, false]) {
  test(`the search finds facts, synonyms and traditional characters, ${mode(javaScript)}`, async ({ open }) => {
    const visit = await open('/zh?q=%E9%96%8B%E7%99%BC%E5%8D%80', { javaScript });
    const { page } = visit;
    const atlas = new Atlas(page, javaScript);
    await atlas.ready();
    expect(await atlas.count()).toBeGreaterThan(1000);
    await visit.go('/?q=battery');
    await expect(atlas.links()).toContainText(['Liyang High-tech Zone']);
    await expect(atlas.zones().filter({ hasText: 'Liyang' })).toContainText('Industry: Batteries');
    await visit.go('/?q=EV');
    expect(await atlas.count()).toBeLessThan(100);
  });
}
