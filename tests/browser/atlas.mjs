// The atlas page as a visitor uses it: page object for the tests that use its controls.

import { expect, firstNumber } from './support.mjs';

/// The index is a separate file that the page requests after hydration.
const INDEX_TIMEOUT = 20_000;

/// The number of zones in the small dataset.
export const ZONES = 46;

/// The polling intervals, in milliseconds. Most changes are visible within one frame; the default intervals of
/// `expect.poll` would make the tests slower than the page.
const INTERVALS = [10, 20, 50, 100];

/// The atlas page in English.
export class Atlas {
  constructor(page, javaScript = true) {
    this.page = page;
    this.javaScript = javaScript;
    this.results = page.getByRole('region', { name: 'Zones', exact: true });
    this.tray = page.getByRole('complementary', { name: 'Selected zones' });
    this.panel = page.locator('.map-panel');
  }

  /// Returns the tile of a province or a city.
  tile(place) {
    return this.page.getByRole('button', { name: new RegExp(`^${place}: `) });
  }

  zones() {
    return this.results.locator('.zone');
  }

  zone(name) {
    return this.links().filter({ hasText: new RegExp(`^${name}$`) });
  }

  /// Returns the checkbox that puts a zone into the tray.
  pick(name) {
    return this.results.getByRole('checkbox', { name: `Compare ${name}`, exact: true });
  }

  /// Returns the tray checkboxes of all rows.
  ticks() {
    return this.results.getByRole('checkbox', { name: /^Compare / });
  }

  /// Opens all folded parts that contain an element.
  async unfold(element) {
    await element.evaluate((inner) => {
      for (let fold = inner.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    });
  }

  /// Selects the measure that the tiles are shaded by.
  async measure(label) {
    await this.change(() => this.page.getByRole('combobox', { name: 'Colour' }).selectOption({ label }));
  }

  /// Returns the box with all sort orders. The column headers are links with similar names.
  order() {
    return this.page.getByRole('combobox', { name: 'Sort by' });
  }

  /// Returns the links to the zones of the list.
  links() {
    return this.results.locator('a.zone-name');
  }

  names() {
    return this.links().allTextContents();
  }

  /// Returns the names on the first page that the list shows, without the further pages after it.
  async firstNames() {
    return (await this.names()).slice(0, 100);
  }

  async count() {
    return firstNumber(await this.page.locator('.results-count').textContent());
  }

  /// Returns the names of the zones in the tray.
  async picks() {
    const labels = await this.tray.getByRole('link', { name: /^Remove / }).evaluateAll(ariaLabels);
    return labels.map((label) => label.replace('Remove ', ''));
  }

  /// Waits until the browser has the index and finds zones without the server.
  async answersItself() {
    await expect(this.page.locator('html')).toHaveAttribute('data-engine', 'browser', { timeout: INDEX_TIMEOUT });
  }

  /// Waits until the page shows the state of its URL.
  async ready() {
    await this.page.waitForLoadState();
    if (!this.javaScript) return;
    const look = () => this.page.evaluate(() => {
      const query = (text) => new URLSearchParams(text).toString();
      const shown = document.getElementById('results')?.dataset.query;
      if (shown === undefined) return 'no list';
      // After a full load the engine has not started yet.
      if (document.documentElement.dataset.engine === undefined) return 'not started';
      if (query(shown) !== query(location.search)) return `the list of “${shown}”`;
      return document.querySelector('.progress-active, #results[aria-busy=true]') ? 'busy' : 'ready';
    });
    await expect.poll(look, { intervals: INTERVALS }).toBe('ready');
  }

  /// Clicks an element, or presses a key in it, to change the URL.
  async press(element, key) {
    await this.moved(() => (key ? element.press(key) : element.click()));
  }

  /// Does something that changes the URL, and waits until the page shows the new state.
  async moved(act) {
    const left = this.page.url();
    await act();
    await this.page.waitForURL((url) => url.href !== left);
    await this.ready();
  }

  /// Returns a checkbox of the filters. Its name ends with the number of zones.
  box(label) {
    return this.page.getByRole('checkbox', { name: new RegExp(`^${label} ?[\\d,]+$`), includeHidden: true });
  }

  /// Checks a box and returns the number of zones that was beside it.
  async choose(label) {
    const box = this.box(label);
    await this.unfold(box);
    const text = await this.page.locator('label').filter({ has: box }).textContent();
    await this.change(() => box.check());
    await expect(box).toBeChecked();
    return firstNumber(/[\d,]+$/.exec(text)?.[0]);
  }

  async fill(field, value) {
    await this.unfold(field);
    await this.change(async () => {
      await field.fill(value);
      await field.blur();
    });
    await expect(field).toHaveValue(value);
  }

  async sort(order) {
    await this.change(() => this.order().selectOption(order));
  }

  /// Changes a control. Without JavaScript the form must also be sent.
  async change(act) {
    await this.moved(async () => {
      await act();
      if (!this.javaScript) await this.page.getByRole('button', { name: 'Apply' }).click();
    });
  }

  /// Scrolls to the end of the list until further pages are loaded and it contains this number of zones.
  async toTheEnd(count) {
    const scroll = () => this.page.evaluate(() => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      return document.querySelectorAll('#results a.zone-name').length;
    });
    await expect.poll(scroll, { intervals: INTERVALS }).toBeGreaterThanOrEqual(count);
  }

  /// Returns the URL, the zones of the list, and the state of every control.
  async state() {
    const form = await this.page.evaluate(() => {
      const data = new FormData(document.getElementById('filter'));
      return new URLSearchParams(data).toString();
    });
    const lifts = await this.page.getByRole('link', { name: /^Remove filter: / }).evaluateAll(ariaLabels);
    return {
      address: this.page.url(),
      form,
      pressed: (await this.page.locator('.tile[aria-pressed=true] .visually-hidden').allTextContents()).map((name) => name.split(':')[0]),
      lifts: lifts.map((label) => label.replace('Remove filter: ', '')),
      count: await this.count(),
      zones: await this.firstNames(),
      picks: await this.picks(),
    };
  }

  /// Expects that the list contains this number of zones, fewer than before, and that the URL contains the filters.
  async expectFewer(count, before, parameters) {
    expect(await this.count()).toBe(count);
    expect(count).toBeLessThan(before);
    this.expectAddress(parameters);
  }

  /// Expects that the URL contains these parameters and no others; a parameter that occurs several times has a list of
  /// values. Without JavaScript a form also sends empty parameters, the default order and the default measure; they are
  /// ignored. This does not wait for the URL, because `moved` has waited.
  expectAddress(parameters) {
    const sent = [...new URL(this.page.url()).searchParams].filter(([, value]) => value !== '');
    const defaults = ['sort=automatic', 'map=zones'];
    const meant = sent.filter((pair) => this.javaScript || !defaults.includes(pair.join('=')));
    const wanted = Object.entries(parameters).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
    expect(meant.sort()).toEqual(wanted.sort());
  }
}

/// Returns the JavaScript mode for the name of a test.
export function mode(javaScript) {
  return javaScript ? 'with JavaScript' : 'without JavaScript';
}

/// Returns the year of approval in a row of the list.
export function yearOfApproval(text) {
  return Number(/approved (\d{4})/.exec(text)?.[1]);
}

/// Returns the area in a row of the list, in hectares; undefined if it is not known.
export function hectares(text) {
  const found = /([\d,.]+) (ha|km²)/.exec(text);
  return found ? Number(found[1].replaceAll(',', '')) * (found[2] === 'ha' ? 1 : 100) : undefined;
}

/// Follows a link of the explorer or of the charts to another state of the same page, without a full load.
export async function follow(page, href) {
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.dataset.noscroll = '';
    document.querySelector('.explorer leptos-children > div, .charts').append(link);
    link.click();
    link.remove();
  }, href);
}

/// Waits for two frames, so that work which the page scheduled for the next frame is done.
export function twoFrames(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

/// Fails unless the atlas page shows the same as the server's HTML for the same URL.
export async function expectSameAsServed(page, html) {
  const [here, served] = [await texts(page), await texts(page, html)];
  for (const part of Object.keys(served)) expect(difference(here[part], served[part]), part).toBeUndefined();
}

/// Returns the names of the zones in the HTML of a list.
export async function namesIn(page, html) {
  return (await texts(page, html)).names;
}

/// Returns the names of the zones and all texts, labels and links of the map, the filters and the list: from `html`, or
/// from the open page if `html` is undefined.
function texts(page, html) {
  return page.evaluate((source) => {
    const root = source === undefined ? document : new DOMParser().parseFromString(source, 'text/html');
    const words = (selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    return {
      names: words('#results a.zone-name'),
      tiles: words('.tile'),
      labels: [...root.querySelectorAll('main [aria-label]')].map((one) => one.getAttribute('aria-label')),
      links: [...root.querySelectorAll('main a')].map((one) => one.getAttribute('href')),
      parts: words('.bar, .map, .filters, #results, .tray'),
    };
  }, html);
}

/// Describes the first difference between two lists of texts; undefined if they are equal.
function difference(here, served) {
  const at = Array.from({ length: Math.max(here.length, served.length) }).findIndex((_, n) => here[n] !== served[n]);
  if (at < 0) return undefined;
  const [one, other] = [here[at] ?? '', served[at] ?? ''];
  const letter = Math.max(0, [...one].findIndex((_, n) => one[n] !== other[n]) - 20);
  return `no. ${at}: here “${one.slice(letter, letter + 80)}”, on the server “${other.slice(letter, letter + 80)}”`;
}

function ariaLabels(elements) {
  return elements.map((element) => element.getAttribute('aria-label') ?? '');
}
