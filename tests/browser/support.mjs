// Shared by all tests: `test` with fixtures for our sites, and assertions for any page.

import { test as base, expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { environment } from './environment.mjs';

export { expect };

/// The fixtures of our tests, in addition to Playwright's own.
///
/// `dataset` is an option: `small`, with invented zones, for behaviour; `shipped` if a test needs the real dataset.
/// `origin` is the URL of that site, without a slash at the end. `open(path, options)` opens a path in a new browser
/// context. At its end the test fails if the browser reported a problem during any of these visits.
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

/// A tab, the HTTP status of its page, and the problems that its browser reported.
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

  /// Loads another URL of the site in full, and waits for hydration unless JavaScript is off.
  async go(path) {
    const response = await this.page.goto(path);
    this.status = response.status();
    if (this.javaScript) await hydrated(this.page);
  }
}

/// Waits until the page is hydrated.
export async function hydrated(page) {
  await expect(page.locator('html')).toContainClass('hydrated');
}

/// Waits until no progress bar is shown. It also passes before the bar has appeared, so use it together with an
/// assertion about the content of the page.
export async function settled(page) {
  await expect(page.locator('.progress-active')).toHaveCount(0);
}

/// Returns the first number in a text, written with commas between thousands.
export function firstNumber(text) {
  const found = /\d[\d,]*/.exec(text ?? '');
  if (!found) throw new Error(`no number in “${text}”`);
  return Number(found[0].replaceAll(',', ''));
}

/// Returns the elements that extend beyond the right edge of the window.
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1);
    return [`${document.documentElement.scrollWidth} > ${width}`, ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
  });
}

/// Returns the serious and critical accessibility violations that axe finds.
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
    // The browser reports a document with status 404 as an error, but our 404 pages are intended.
    const ofDocument = message.location().url === page.url();
    if (ofDocument && message.text().startsWith('Failed to load resource') && message.text().includes('404')) return;
    // Without JavaScript, the preloaded script and Wasm files are not used.
    if (!javaScript && message.text().includes('was preloaded using link preload but not used')) return;
    // The first line contains the message; Leptos adds many lines of advice.
    problems.push(`console ${message.type()}: ${message.text().split('\n')[0]}`);
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const { errorText } = request.failure() ?? {};
    // When the visitor leaves a page, the browser cancels its pending requests. It reports a download in the same way.
    if (errorText === 'net::ERR_ABORTED') return;
    // Without JavaScript, the browser cancels the script and Wasm files.
    if (!javaScript && new URL(request.url()).pathname.startsWith('/pkg/')) return;
    problems.push(`failed request: ${request.url()}: ${errorText}`);
  });
  return problems;
}

/// Returns the source of axe-core, to be evaluated in a page, because the page's content security policy forbids
/// foreign scripts.
const axeSource = () => readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/// Unfolds the options of the charts; does nothing if they are already unfolded.
export async function unfoldOptions(page) {
  const folded = page.locator('.chart-options:not([open]) > summary');
  if (await folded.count()) await folded.click();
}
