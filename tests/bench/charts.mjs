// Measures charts in Chromium: ours and those of two libraries, redrawn with the same values in the same page.
// Run it with: cargo xtask bench

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { launch } from '../browser/chromium.mjs';

const LINES = 6;
const YEARS = 30;
const WIDTH = 680;
const HEIGHT = 320;
/// The number of rounds before the first one that counts: the browser first has to compile the code.
const WARM_UP = 24;

const runs = Number(process.env.RUNS ?? 200);

const SCRIPT = 'text/javascript';
const STYLE = 'text/css';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const npm = (path) => here(`node_modules/${path}`);
const chart = environment('CHART_BENCH');

/// The files that the page may request, by address.
const FILES = {
  '/chart.js': [`${chart}/chart.js`, SCRIPT],
  '/chart_bg.wasm': [`${chart}/chart_bg.wasm`, 'application/wasm'],
  '/echarts.js': [npm('echarts/dist/echarts.min.js'), SCRIPT],
  '/d3.js': [npm('d3/dist/d3.min.js'), SCRIPT],
  '/plot.js': [npm('@observablehq/plot/dist/plot.umd.min.js'), SCRIPT],
  '/style/00-tokens.css': [here('../../style/00-tokens.css'), STYLE],
  '/style/60-chart.css': [here('../../style/60-chart.css'), STYLE],
  '/style/61-drawing.css': [here('../../style/61-drawing.css'), STYLE],
  '/fonts/source-sans-3.woff2': [here('../../style/assets/fonts/source-sans-3.woff2'), 'font/woff2'],
};

/// The measured page. Our chart is in the same elements as on the site. The style rules here are those of the site's
/// base style that affect a chart.
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Charts</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style/00-tokens.css">
<link rel="stylesheet" href="/style/60-chart.css">
<link rel="stylesheet" href="/style/61-drawing.css">
<style>
  body { font: 400 var(--text-m) / 1.55 var(--sans); font-variant-numeric: lining-nums tabular-nums; }
  figure { margin: 0; }
  .place { width: ${WIDTH}px; }
</style>
<div class="place"><figure class="growth-chart"><div class="growth-drawing" id="ours"></div></figure></div>
<div class="place" id="echarts"></div>
<div class="place" id="plot"></div>
<script src="/echarts.js"></script>
<script src="/d3.js"></script>
<script src="/plot.js"></script>
`;

/// Response headers that isolate the page. Without isolation, browsers reduce the precision of the clock.
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

async function serve() {
  const answers = new Map([['/', [PAGE, 'text/html']]]);
  for (const [address, [path, type]] of Object.entries(FILES)) {
    answers.set(address, [await readFile(path), type]);
  }
  const server = createServer((request, response) => {
    const [content, type] = answers.get(request.url) ?? [];
    response.writeHead(type ? 200 : 404, { ...ISOLATION, 'Content-Type': type ?? 'text/plain' });
    response.end(content);
  });
  await new Promise((done, failed) => server.on('error', failed).listen(0, '127.0.0.1', done));
  return server;
}

async function measure(browser, origin) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 1200 } });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  try {
    await page.goto(origin);
    await page.evaluate(install, { lines: LINES, years: YEARS, width: WIDTH, height: HEIGHT });
    check(await page.evaluate(() => window.bench.look()));
    await page.evaluate((rounds) => window.bench.race(rounds), WARM_UP);
    const redraws = await page.evaluate((rounds) => window.bench.race(rounds), runs);
    check(await page.evaluate(() => window.bench.look()));
    return redraws;
  } finally {
    // If the page failed, its error explains more than what followed from it.
    if (problems.length > 0) throw new Error(`the page failed:\n${problems.join('\n')}`);
  }
}

/// Throws an error if a drawing is not the one that should be measured.
function check({ isolated, seen }) {
  if (!isolated) throw new Error('the page is not isolated: its clock is too coarse');
  for (const [name, { marks, changed, width, height }] of Object.entries(seen)) {
    if (marks !== LINES * YEARS) throw new Error(`${name} drew ${marks} points, not ${LINES * YEARS}`);
    if (!changed) throw new Error(`${name} shows the old values when the call is over`);
    if (width !== WIDTH || height !== HEIGHT) {
      throw new Error(`${name} is ${width} x ${height} pixels, not ${WIDTH} x ${HEIGHT}`);
    }
  }
}

/// Runs in the page: creates `window.bench`, which draws with each library.
async function install({ lines, years, width, height }) {
  const FIRST = 1995;
  const { echarts, Plot } = window;
  const { default: load, Chart } = await import('/chart.js');
  await load();

  const numbers = (count) => [...Array(count).keys()];
  const year = (number) => FIRST + number;

  // Xorshift: every run has the same numbers, so that runs can be compared.
  let state = 2543;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // All years of the first line, then of the second, and so on. Each line has its own growth rate and random good and
  // bad years.
  const invent = () =>
    numbers(lines).flatMap(() => {
      const rate = 0.02 + 0.06 * random();
      let value = 20 + 80 * random();
      return numbers(years).map(() => (value *= 1 + rate + 0.1 * (random() - 0.5)));
    });

  // Each library gets the values in its own format. Preparing that format is not part of its time.
  class Ours {
    marks = 'svg.chart-wide a.mark';
    element = document.querySelector('#ours');
    #chart = new Chart(lines, years, new Float64Array(lines * years));

    prepare(values) {
      return new Float64Array(values);
    }

    draw(values) {
      this.#chart.set(values);
      this.#chart.draw_into(this.element);
    }
  }

  class ECharts {
    // ECharts draws a circle of radius 1 and moves it with a transform.
    marks = 'path[d^="M1 0A1 1 0 1 1"]';
    element = document.querySelector('#echarts');
    #chart = echarts.init(this.element, null, { renderer: 'svg', width, height });

    constructor() {
      this.#chart.setOption({
        animation: false,
        xAxis: { type: 'value', min: 'dataMin', max: 'dataMax', axisLabel: { formatter: String } },
        yAxis: { type: 'value' },
        series: numbers(lines).map((line) => ({ type: 'line', name: `Zone ${line}`, symbol: 'circle', showAllSymbol: true, data: [] })),
      });
    }

    prepare(values) {
      return numbers(lines).map((line) => ({
        data: numbers(years).map((number) => [year(number), values[line * years + number]]),
      }));
    }

    draw(series) {
      this.#chart.setOption({ series });
      // Without this, ECharts may wait for the next frame.
      this.#chart.getZr().flush();
    }
  }

  class ObservablePlot {
    marks = '[aria-label="dot"] circle';
    element = document.querySelector('#plot');

    prepare(values) {
      return values.map((value, at) => ({ zone: `Zone ${Math.floor(at / years)}`, year: year(at % years), value }));
    }

    draw(points) {
      const drawing = Plot.plot({
        width,
        height,
        x: { tickFormat: 'd' },
        marks: [
          Plot.lineY(points, { x: 'year', y: 'value', stroke: 'zone' }),
          Plot.dot(points, { x: 'year', y: 'value', fill: 'zone' }),
        ],
      });
      this.element.replaceChildren(drawing);
    }
  }

  const racers = { ours: new Ours(), echarts: new ECharts(), plot: new ObservablePlot() };

  // Reading a position forces the browser to lay out everything that changed.
  const lay = (element) => {
    const svg = element.querySelector('svg');
    svg.querySelector('text').getBoundingClientRect();
    return svg.getBoundingClientRect();
  };

  const timed = (racer, data) => {
    const start = performance.now();
    racer.draw(data);
    lay(racer.element);
    return performance.now() - start;
  };

  // Resolves after the next frame is painted: the browser paints a frame after its animation frame callbacks, and
  // delivers a message posted there after that.
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(null);
      });
    });

  // The order in which the libraries draw. All six orders are used in turn, because each library leaves garbage that
  // the next one may have to collect.
  const ORDERS = [
    ['ours', 'echarts', 'plot'],
    ['echarts', 'plot', 'ours'],
    ['plot', 'ours', 'echarts'],
    ['ours', 'plot', 'echarts'],
    ['plot', 'echarts', 'ours'],
    ['echarts', 'ours', 'plot'],
  ];

  const see = ({ marks, element }, before) => {
    const { width, height } = lay(element);
    return { marks: element.querySelectorAll(marks).length, changed: element.innerHTML !== before, width, height };
  };

  window.bench = {
    /// Returns the milliseconds of each round, by library.
    async race(rounds) {
      const times = { ours: [], echarts: [], plot: [] };
      for (let round = 0; round < rounds; round += 1) {
        const values = invent();
        for (const name of ORDERS[round % ORDERS.length]) {
          const data = racers[name].prepare(values);
          await painted();
          times[name].push(timed(racers[name], data));
        }
      }
      return times;
    },

    /// Draws once with each library and returns what the page contains directly after the call.
    async look() {
      const values = invent();
      const seen = {};
      for (const [name, racer] of Object.entries(racers)) {
        const before = racer.element.innerHTML;
        racer.draw(racer.prepare(values));
        seen[name] = see(racer, before);
      }
      // The fonts must be loaded before the first round that counts.
      await document.fonts.ready;
      return { isolated: crossOriginIsolated, seen };
    },
  };
}

async function version(name) {
  const { version } = JSON.parse(await readFile(npm(`${name}/package.json`), 'utf8'));
  return version;
}

function environment(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run this by: cargo xtask bench`);
  return value;
}

const versions = { echarts: await version('echarts'), plot: await version('@observablehq/plot') };
const server = await serve();
const browser = await launch(environment('CHROMIUM'));
try {
  const redraws = await measure(browser, `http://127.0.0.1:${server.address().port}/`);
  process.stdout.write(`${JSON.stringify({ redraws, versions })}\n`);
} finally {
  await browser.close();
  server.close();
}
