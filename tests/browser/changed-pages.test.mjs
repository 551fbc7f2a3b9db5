// Pages that something changes before they start, and browsers without a part of what the site uses: filters, charts,
// comparisons, receipts and anchors work in each of them, as with JavaScript or as without.

import { expect, test } from './support.mjs';

const QINGLAN = '/zones/qinglan-high-tech-zone';
const COMPARED = '/compare?zones=haidu-new-area,yunquan-etdz';

/// Wraps every text of the page in an element, as translators of browsers do.
function translate() {
  addEventListener('DOMContentLoaded', () => {
    document.documentElement.lang = 'de';
    document.documentElement.classList.add('translated-ltr');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found.filter(({ data, parentElement }) => data.trim() !== '' && !parentElement.closest('script, style, svg, option, textarea'))) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
  });
}

/// Adds what extensions add: attributes of the body, boxes at its start and end, styles, marks in fields.
function extend() {
  addEventListener('DOMContentLoaded', () => {
    document.body.dataset.extensionInstalled = '';
    document.body.prepend(Object.assign(document.createElement('div'), { hidden: true }));
    document.body.append(document.createElement('grammar-checker'));
    document.head.append(Object.assign(document.createElement('meta'), { name: 'darkreader' }));
    for (const field of document.querySelectorAll('input')) field.setAttribute('data-password-manager', 'ignore');
    for (const link of document.querySelectorAll('main a')) link.setAttribute('data-checked', 'yes');
  });
}

function blockStorage() {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { get: () => { throw new DOMException('Access is denied.', 'SecurityError'); } });
  }
}

/// Removes parts of the platform that older browsers do not have.
function removeNewParts() {
  for (const name of ['IntersectionObserver', 'ResizeObserver', 'requestIdleCallback', 'structuredClone', 'navigation', 'PerformanceObserver']) delete window[name];
  for (const name of ['showPopover', 'hidePopover', 'togglePopover', 'popover']) delete HTMLElement.prototype[name];
  delete Element.prototype.checkVisibility;
  delete Document.prototype.startViewTransition;
  delete Navigator.prototype.clipboard;
}

const refuse = (pattern, answer) => (page) => page.route(pattern, answer);

/// Each changes a page or its browser before it loads.
const CHANGES = {
  'a translator': { script: translate },
  'extensions': { script: extend },
  'a browser that blocks storage': { script: blockStorage },
  'a browser without newer interfaces': { script: removeNewParts },
  'a browser without WebAssembly': { script: () => delete window.WebAssembly },
  'a browser that does not compile Wasm': { script: () => { for (const name of ['instantiate', 'instantiateStreaming', 'compile', 'compileStreaming']) WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError('blocked')); } },
  'a proxy that refuses Wasm': { route: refuse('**/*.wasm', (route) => route.fulfill({ status: 403, body: 'forbidden' })) },
  'a proxy that gives Wasm another type': { route: refuse('**/*.wasm', async (route) => { const response = await route.fetch(); await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } }); }) },
  'a proxy that answers Wasm with a page': { route: refuse('**/*.wasm', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Sign in' })) },
  'a network that never brings Wasm': { route: refuse('**/*.wasm', () => {}) },
  'a network that never brings scripts': { route: refuse('**/pkg/**/*.js', () => {}) },
  'blocked scripts': { route: refuse('**/pkg/*.js', (route) => route.abort()) },
};

for (const [what, { script, route }] of Object.entries(CHANGES)) {
  test(`every page works with ${what}`, async ({ browser, origin }) => {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    if (script) await page.addInitScript(script);
    if (route) await route(page);
    const load = async (path) => {
      // A script that never arrives also holds back the event `DOMContentLoaded`.
      await page.goto(path, { waitUntil: 'commit' });
      await page.locator('.site-footer').waitFor();
      // Time for the loader to start or to fail.
      await page.waitForTimeout(300);
    };
    try {
      // A filter: the box, then the button that sends the form if it is there.
      await load('/');
      const before = await page.locator('#results .zone-name').count();
      const box = page.locator('input[name=kind][value=high-tech]');
      await box.evaluate((input) => {
        for (let fold = input.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
      });
      await box.check();
      const apply = page.locator('button.no-js-only').first();
      await expect(async () => {
        if (page.url().includes('kind=high-tech')) return;
        // The button may go away between the two steps: the script of the page hides it when it starts.
        if (await apply.isVisible()) await apply.click({ timeout: 1000 });
        expect(page.url()).toContain('kind=high-tech');
      }).toPass();
      await expect.poll(() => page.locator('#results .zone-name').count()).toBeLessThan(before);

      // A search.
      await load('/');
      await page.locator('#q').fill('qinglan');
      await page.locator('#q').press('Enter');
      await expect(page).toHaveURL(/q=qinglan/);
      await expect(page.locator('#results .zone-name').first()).toContainText('Qinglan');

      // A view of a chart, and a mark that opens its receipt.
      await load(QINGLAN);
      await page.locator('.chart-options > summary').click();
      await page.locator('.chart-options a[href*="form=bars"]').first().click();
      await expect(page).toHaveURL(/form=bars/);
      await expect(page.locator('#chart-bars')).toHaveAttribute('aria-current', 'true');
      const mark = page.locator('.chart-wide a.mark').first();
      const receipt = await mark.getAttribute('href');
      await mark.focus();
      await mark.press('Enter');
      await expect(page).toHaveURL(origin + receipt);
      await expect(page.locator('h1')).toBeVisible();

      // A section of a page by its anchor, twice.
      await load(QINGLAN);
      for (const _ of [1, 2]) {
        await page.evaluate(() => window.scrollTo(0, 0));
        await page.locator('.sections a[href="#sources"]').click();
        await expect(page).toHaveURL(/#sources$/);
        await expect(page.locator('#sources')).toBeInViewport();
      }

      // Another indicator of a comparison, and help on a term.
      await load(COMPARED);
      await page.locator('a[href*="indicator="]').filter({ visible: true }).first().click();
      await expect(page).toHaveURL(/indicator=/);
      await expect(page.locator('main table').first()).toBeVisible();
      await load('/sources/qinglan-article');
      await expect(page.locator('.extracted-table a').first()).toBeVisible();
      expect(errors).toEqual([]);
    } finally {
      // Otherwise a proxy that is still reading its answer fails after the test.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    }
  });
}
