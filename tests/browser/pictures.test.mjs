// A chart that is stored as SVG and opened alone: at its address, from a folder, in a page of somebody else, and with
// other fonts than ours.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support.mjs';
import { textFaults } from './text-faults.mjs';

/// Charts with targets, open ends, bars, panels, dots, and Chinese texts.
const CHARTS = [
  '/zones/liuyang-etdz/output',
  '/zh/zones/liuyang-etdz/output?form=bars',
  '/zones/pudong-new-area/gdp?scale=log',
  '/zh/groups/national-etdzs/gdp?panels=each',
  '/compare/gdp?zones=suzhou-industrial-park,suzhou-high-tech-zone,wuxi-high-tech-zone&indicator=gdp',
  '/indicators/fiscal-revenue',
];

/// Fonts that people have instead of ours; the second is a wide one.
const FONTS = ['Noto Sans CJK SC', 'DejaVu Sans'];

test.use({ dataset: 'shipped' });

test('an SVG file opened alone looks like the picture of the site', async ({ open, origin, browser }) => {
  const { page } = await open('/methods', { javaScript: false });
  const folder = await mkdtemp(join(tmpdir(), 'zone-atlas-svg-'));
  const viewer = await (await browser.newContext({ viewport: { width: 1000, height: 1600 }, deviceScaleFactor: 2 })).newPage();
  const messages = [];
  viewer.on('console', (message) => messages.push(message.text()));
  try {
    for (const chart of CHARTS) {
      const [path, query] = chart.split('?');
      const address = `${origin}${path}.svg${query ? `?${query}` : ''}`;
      const picture = address.replace('.svg', '.png');
      const svg = await (await fetch(address)).text();
      const file = join(folder, 'chart.svg');
      await writeFile(file, svg);
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg).map(Number);
      const clip = { x: 0, y: 0, width, height };
      for (const opened of [address, `file://${file}`]) {
        await viewer.goto(opened);
        let shown;
        // Chromium sometimes has no picture yet right after it opens a file in another process.
        await expect(async () => {
          shown = await viewer.screenshot({ clip });
        }).toPass();
        const source = `data:image/png;base64,${shown.toString('base64')}`;
        expect(await page.evaluate(difference, [source, picture]), opened).toBeLessThan(40);
      }
      expect(await page.evaluate(difference, [address, picture]), `${address} in an image`).toBeLessThan(40);
    }
    expect(messages).toEqual([]);
    // The comparison must see another chart.
    const others = [`${origin}${CHARTS[0]}.svg`, `${origin}/zones/liuyang-etdz/fiscal.png`];
    expect(await page.evaluate(difference, others)).toBeGreaterThan(40);
  } finally {
    await viewer.context().close();
    await rm(folder, { recursive: true });
  }
});

test('no text of an SVG file covers another one with other fonts', async ({ open, origin }) => {
  const { page } = await open('/methods', { javaScript: false });
  const { figures } = await (await fetch(`${origin}/data/figures.json`)).json();
  const pages = [...new Set(figures.map((figure) => figure.page))].filter((path) => /^\/(zones|groups)\//.test(path));
  let count = 0;
  for (const [number, path] of pages.filter((_, number) => number % 6 === 0).entries()) {
    const html = await (await fetch(origin + (number % 2 ? '/zh' : '') + path)).text();
    for (const [, address] of html.matchAll(/href="(\/(?:zh\/)?(?:zones|groups)\/[^"]*\.svg)"/g)) {
      const svg = await (await fetch(origin + address)).text();
      for (const font of FONTS) {
        const other = svg.replace(/font-family="[^"]*"/g, `font-family="'${font}', sans-serif"`);
        expect(await page.evaluate(textFaults, [other]), `${address} in ${font}`).toEqual([]);
        count += 1;
      }
    }
  }
  expect(count).toBeGreaterThan(20);
});

/// Runs in a page: returns the largest difference of the mean colours of two pictures in a block of a 20th of their
/// width, from 0 to 255.
async function difference([one, other]) {
  const WIDTH = 1000;
  const BLOCK = 50;
  const blocks = async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * image.naturalHeight) / image.naturalWidth / BLOCK) * BLOCK;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const means = [];
    for (let y = 0; y < canvas.height; y += BLOCK) {
      for (let x = 0; x < WIDTH; x += BLOCK) {
        const { data } = context.getImageData(x, y, BLOCK, BLOCK);
        for (const channel of [0, 1, 2]) {
          let sum = 0;
          for (let at = channel; at < data.length; at += 4) sum += data[at];
          means.push(sum / BLOCK ** 2);
        }
      }
    }
    return means;
  };
  const [first, second] = [await blocks(one), await blocks(other)];
  if (first.length !== second.length) return 255;
  return Math.max(...first.map((mean, at) => Math.abs(mean - second[at])));
}
