// What the tests share: `test` with fixtures for our sites, and assertions about any page.

import { test as base, expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { environment } from './environment.mjs';

export { expect };

/// The fixtures of our tests, beside Playwright's own.
///
/// `dataset` is an option: `small`, with invented zones, for behaviour; `shipped` where a test needs the real dataset.
/// `origin` is the address of that site, without a slash at the end.
/// `open(path, options)` opens a path in a browser context of its own. When the test ends, it fails if the browser
/// complained about any of these visits.
export const test = base.extend({
  dataset: ['small', { option: true }],
  origin: async ({ dataset }, use) => use(environment(`SITE_${dataset.toUpperCase()}`)),
  open: async ({ browser, origin }, use) => {
    const visits = [];
    await use(async (path, options = {}) => {
      const visit = await Visit.start(browser, origin, options);
      visits.push(visit);
      await visit.go(path);
      return visit;
    });
    for (const visit of visits) expect(visit.problems, `complaints at ${visit.page.url()}`).toEqual([]);
    await Promise.all(visits.map((visit) => visit.page.context().close()));
  },
});

/// A tab, the status of the page it shows, and what its browser complained about.
class Visit {
  status = 0;

  static async start(browser, origin, options) {
    const { javaScript = true, touch = false, width = 1280, height = 900, colorScheme = 'light' } = options;
    const context = await browser.newContext({
      baseURL: origin,
      javaScriptEnabled: javaScript,
      hasTouch: touch,
      isMobile: touch,
      viewport: { width, height },
      colorScheme,
    });
    return new Visit(await context.newPage(), javaScript);
  }

  constructor(page, javaScript) {
    this.page = page;
    this.problems = collectProblems(page, javaScript);
    this.javaScript = javaScript;
  }

  /// Loads another address of the site in full, and waits until the browser's half is at work unless JavaScript is off.
  async go(path) {
    const response = await this.page.goto(path);
    this.status = response.status();
    if (this.javaScript) await hydrated(this.page);
  }
}

/// Waits until the browser's half is at work.
export async function hydrated(page) {
  await expect(page.locator('html')).toContainClass('hydrated');
}

/// Waits until no progress bar is left. This passes at once before the bar has appeared, so it goes together with an
/// assertion about what the page shows.
export async function settled(page) {
  await expect(page.locator('.progress-active')).toHaveCount(0);
}

/// The first number in a text, written with commas between thousands.
export function firstNumber(text) {
  const found = /\d[\d,]*/.exec(text ?? '');
  if (!found) throw new Error(`no number in “${text}”`);
  return Number(found[0].replaceAll(',', ''));
}

/// Which elements reach beyond the right edge of the window.
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1);
    return [`${document.documentElement.scrollWidth} > ${width}`, ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
  });
}

/// The serious and critical accessibility violations that axe finds.
export async function barriers(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource());
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
}

function collectProblems(page, javaScript) {
  const problems = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    // The browser reports a document with status 404 as an error; our 404 pages are meant.
    const ofDocument = message.location().url === page.url();
    if (ofDocument && message.text().startsWith('Failed to load resource') && message.text().includes('404')) return;
    // Without JavaScript nothing uses the files of the browser's half that the page tells the browser to load early.
    if (!javaScript && message.text().includes('was preloaded using link preload but not used')) return;
    // The first line says what; Leptos adds a page of advice.
    problems.push(`console ${message.type()}: ${message.text().split('\n')[0]}`);
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const { errorText } = request.failure() ?? {};
    // The browser drops what a page was still loading when the visitor leaves it, and reports a download like that too.
    if (errorText === 'net::ERR_ABORTED') return;
    // With JavaScript off it drops the files of the browser's half.
    if (!javaScript && new URL(request.url()).pathname.startsWith('/pkg/')) return;
    problems.push(`failed request: ${request.url()}: ${errorText}`);
  });
  return problems;
}

/// The source of axe-core, to be evaluated in a page: its policy forbids foreign scripts.
const axeSource = () => readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/// Unfolds the options of charts. Where they are unfolded already, nothing happens.
export async function unfoldOptions(page) {
  const folded = page.locator('.chart-options:not([open]) > summary');
  if (await folded.count()) await folded.click();
}
