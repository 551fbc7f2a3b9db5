// The names and roles that a screen reader gets during the main tasks.

import { Atlas } from './atlas.mjs';
import { expect, test } from './support.mjs';

test('a list tells the zone, its values and their columns', async ({ open }) => {
  const { page } = await open('/?q=qinglan');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  await expect(page.locator('.bar')).toMatchAriaSnapshot(`
    - text: Search
    - combobox "Search": qinglan
    - heading "2 zones" [level=2]
    - checkbox /Zones with data/
    - combobox "Sort by"
    - button "Download or share"
  `);
  await expect(page.getByRole('table').first()).toMatchAriaSnapshot(`
    - table "2 zones":
      - rowgroup:
        - row /Zone .* Output bn yuan .* Area ha/
      - rowgroup:
        - row /Qinglan High-tech Zone/:
          - cell "Compare Qinglan High-tech Zone":
            - checkbox "Compare Qinglan High-tech Zone"
          - rowheader /Qinglan High-tech Zone/:
            - link "Qinglan High-tech Zone"
  `);
});

test('a status line tells how many zones are left, and by which filters', async ({ open }) => {
  const { page } = await open('/?province=jiangsu');
  const atlas = new Atlas(page);
  await atlas.answersItself();
  const status = page.locator('[data-part=status]');
  await expect(status).toHaveText(/^\d+ zones: Jiangsu$/);
  await atlas.fill(page.getByLabel('Search'), 'qinglan');
  await expect(status).toHaveText('2 zones: “qinglan”, Jiangsu');
});

test('a trend tells its first and its last value', async ({ open }) => {
  const { page } = await open('/?figures=with');
  await new Atlas(page).answersItself();
  const trend = page.locator('.zone-trend').first();
  await expect(trend).toHaveText(/\d{4}–\d{4} \d{4}: .*\d.* – \d{4}: .*\d/);
});

test('a zone tells its headline numbers, with help beside the terms, and its sections', async ({ open }) => {
  const { page } = await open('/zones/qinglan-high-tech-zone');
  await expect(page.locator('.headline')).toMatchAriaSnapshot(`
    - term:
      - text: Output
      - 'button "What this means: Output"'
    - definition: no reported figure
    - term:
      - text: Fiscal revenue
      - 'button "What this means: Fiscal revenue"'
    - definition: no reported figure
    - term: Growth of output
  `);
  await expect(page.getByRole('navigation', { name: 'Sections of this page' })).toMatchAriaSnapshot(`
    - navigation "Sections of this page":
      - list:
        - listitem:
          - link "Overview"
        - listitem:
          - link "Growth"
        - listitem:
          - link "Timeline"
  `);
});

test('a receipt tells who stated a figure, and how to cite it', async ({ open }) => {
  const { page } = await open('/zones/qinglan-high-tech-zone');
  await page.locator('.figure-table a.figure').first().click();
  await expect(page).toHaveURL(/\/figures\//);
  await expect(page.getByRole('region', { name: 'Source text' })).toMatchAriaSnapshot(`
    - region "Source text":
      - heading "Source text" [level=2]
      - blockquote: total industrial production of RMB 94.4 billion
  `);
  await expect(page.getByRole('region', { name: 'How to cite' })).toMatchAriaSnapshot(`
    - region "How to cite":
      - heading "How to cite" [level=2]
      - paragraph: /Zone Atlas, “.*”. Dataset of .*/
      - button "Copy"
  `);
});
