// The atlas page as a visitor uses it, for the tests that use its controls.

import { expect, firstNumber } from './support.mjs';

/// The index is a file of its own. The page requests it after hydration.
const INDEX_TIMEOUT = 20_000;

/// How many zones the small dataset has.
export const ZONES = 46;

/// The pauses between two looks at the page, in milliseconds. Most answers come within one frame; the default pauses of
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

  /// The tile of a province or a city.
  tile(place) {
    return this.page.getByRole('button', { name: new RegExp(`^${place}: `) });
  }

  zones() {
    return this.results.locator('.zone');
  }

  zone(name) {
    return this.links().filter({ hasText: new RegExp(`^${name}$`) });
  }

  /// The box that puts a zone into the tray.
  pick(name) {
    return this.results.getByRole('checkbox', { name: `Compare ${name}`, exact: true });
  }

  /// The boxes of all rows.
  ticks() {
    return this.results.getByRole('checkbox', { name: /^Compare / });
  }

  /// Opens what an element is folded away in.
  async unfold(element) {
    await element.evaluate((inner) => {
      for (let fold = inner.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    });
  }

  /// Chooses by what the tiles are shaded.
  async measure(label) {
    await this.change(() => this.page.getByRole('combobox', { name: 'Colour map by' }).selectOption({ label }));
  }

  /// The box with all orders. The heads of the columns are links of similar names.
  order() {
    return this.page.getByRole('combobox', { name: 'Sort by' });
  }

  /// The links to the zones of the list.
  links() {
    return this.results.locator('a.zone-name');
  }

  names() {
    return this.links().allTextContents();
  }

  /// The names on the page of the list that the address asks for, without the further pages after it.
  async firstNames() {
    return (await this.names()).slice(0, 100);
  }

  async count() {
    return firstNumber(await this.page.locator('.results-count').textContent());
  }

  /// The names of the zones in the tray.
  async picks() {
    const labels = await this.tray.getByRole('link', { name: /^Remove / }).evaluateAll(ariaLabels);
    return labels.map((label) => label.replace('Remove ', ''));
  }

  /// Waits until the browser has the index and finds zones without the server.
  async answersItself() {
    await expect(this.page.locator('html')).toHaveAttribute('data-engine', 'browser', { timeout: INDEX_TIMEOUT });
  }

  /// Waits until the page shows what its address asks for.
  async ready() {
    await this.page.waitForLoadState();
    if (!this.javaScript) return;
    const look = () => this.page.evaluate(() => {
      const query = (text) => new URLSearchParams(text).toString();
      const shown = document.getElementById('results')?.dataset.query;
      if (shown === undefined) return 'no list';
      // A page that was loaded in full has still to start.
      if (document.documentElement.dataset.engine === undefined) return 'not started';
      if (query(shown) !== query(location.search)) return `the list of “${shown}”`;
      return document.querySelector('.progress-active, #results[aria-busy=true]') ? 'busy' : 'ready';
    });
    await expect.poll(look, { intervals: INTERVALS }).toBe('ready');
  }

  /// Clicks an element, or presses a key in it, that changes the address.
  async press(element, key) {
    await this.moved(() => (key ? element.press(key) : element.click()));
  }

  /// Does something that changes the address, and waits until the page shows the new one.
  async moved(act) {
    const left = this.page.url();
    await act();
    await this.page.waitForURL((url) => url.href !== left);
    await this.ready();
  }

  /// A box of the filters; its name ends with the number of zones beside it.
  box(label) {
    return this.page.getByRole('checkbox', { name: new RegExp(`^${label} ?[\\d,]+$`), includeHidden: true });
  }

  /// Checks a box; returns the number of zones that stood beside it.
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

  /// Changes a control. Without JavaScript the visitor has to send the form too.
  async change(act) {
    await this.moved(async () => {
      await act();
      if (!this.javaScript) await this.page.getByRole('button', { name: 'Apply' }).click();
    });
  }

  /// Scrolls to the end of the list again and again until further pages have come and it holds this many zones.
  async toTheEnd(count) {
    const scroll = () => this.page.evaluate(() => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      return document.querySelectorAll('#results a.zone-name').length;
    });
    await expect.poll(scroll, { intervals: INTERVALS }).toBeGreaterThanOrEqual(count);
  }

  /// The address, the zones of the list, and the state of every control.
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

  /// The list holds this many zones, fewer than before, and the address holds the filters that did it.
  async expectFewer(count, before, parameters) {
    expect(await this.count()).toBe(count);
    expect(count).toBeLessThan(before);
    this.expectAddress(parameters);
  }

  /// The address holds these parameters and no others; a list of values for one that occurs several times. A form sends
  /// empty parameters, the default order and the default measure too. `moved` has waited for the address: this need not.
  expectAddress(parameters) {
    const sent = [...new URL(this.page.url()).searchParams].filter(([, value]) => value !== '');
    const defaults = ['sort=automatic', 'map=zones'];
    const meant = sent.filter((pair) => this.javaScript || !defaults.includes(pair.join('=')));
    const wanted = Object.entries(parameters).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
    expect(meant.sort()).toEqual(wanted.sort());
  }
}

/// With or without JavaScript, in the name of a test.
export function mode(javaScript) {
  return javaScript ? 'with JavaScript' : 'without JavaScript';
}

/// The year of approval in a line of the list.
export function yearOfApproval(text) {
  return Number(/approved (\d{4})/.exec(text)?.[1]);
}

/// The area in a line of the list, in hectares; undefined where it is not known.
export function hectares(text) {
  const found = /([\d,.]+) (ha|km²)/.exec(text);
  return found ? Number(found[1].replaceAll(',', '')) * (found[2] === 'ha' ? 1 : 100) : undefined;
}

/// Follows a link of the explorer, or of the charts of a page, to another state of the same page: without a full load.
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

/// Waits for two frames: what the page left to the next frame is done then.
export function twoFrames(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

/// Fails unless the atlas page shows what the server's HTML of the same address shows.
export async function expectSameAsServed(page, html) {
  const [here, served] = [await texts(page), await texts(page, html)];
  for (const part of Object.keys(served)) expect(difference(here[part], served[part]), part).toBeUndefined();
}

/// The names of the zones in the HTML of a list.
export async function namesIn(page, html) {
  return (await texts(page, html)).names;
}

/// What a page shows, or without `html` the open page: the names of the zones, and every text, label and link of the map,
/// the filters and the list.
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

/// Where two lists of texts first differ, in a few words; undefined where they do not.
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
