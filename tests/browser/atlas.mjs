// The atlas page as a visitor uses it; shared by the tests that steer it.

import assert from 'node:assert/strict';
import { firstNumber } from './support.mjs';

/// The index is a file of its own, asked for once the browser's half is at work.
const INDEX_TIMEOUT = 20_000;

/// The atlas page in English.
export class Atlas {
  constructor(page, javaScript = true) {
    this.page = page;
    this.javaScript = javaScript;
    this.results = page.getByRole('region', { name: 'Zones', exact: true });
    this.tray = page.getByRole('complementary', { name: 'To compare' });
    this.panel = page.locator('.map-panel');
  }

  /// The tile of a province or a city.
  tile(place) {
    return this.page.getByRole('button', { name: new RegExp(`^${place}: `) });
  }

  zones() {
    return this.results.getByRole('listitem').filter({ has: this.page.locator('a[href^="/zones/"]') });
  }

  zone(name) {
    return this.results.getByRole('link', { name, exact: true });
  }

  /// The button that takes a zone into the tray.
  pick(name) {
    return this.results.getByRole('button', { name: `Compare ${name}`, exact: true });
  }

  /// The choice among orders; the heads of the columns are links of similar names.
  order() {
    return this.page.getByRole('combobox', { name: 'Sort by' });
  }

  names() {
    return this.results.locator('a[href^="/zones/"]').allTextContents();
  }

  /// The names on the page that the address asks for, without those appended to it.
  async firstNames() {
    return (await this.names()).slice(0, 100);
  }

  async count() {
    return firstNumber(await this.results.getByText(/^[\d,]+ zones?$/).first().textContent());
  }

  /// The names of the zones in the tray.
  async picks() {
    const drops = await this.tray.getByRole('link', { name: /^Do not compare / }).all();
    const labels = await Promise.all(drops.map((drop) => drop.getAttribute('aria-label')));
    return labels.map((label) => label.replace('Do not compare ', ''));
  }

  /// Waits until this browser holds the index and answers by itself.
  async answersItself() {
    const there = () => document.documentElement.dataset.engine === 'browser';
    await this.page.waitForFunction(there, undefined, { timeout: INDEX_TIMEOUT });
  }

  /// Waits until the page shows what its address asks for.
  async ready() {
    await this.page.waitForLoadState();
    if (!this.javaScript) return;
    await this.page.waitForFunction(() => {
      const query = (text) => new URLSearchParams(text).toString();
      const shown = document.getElementById('results')?.dataset.query;
      const busy = document.querySelector('.progress-active, #results[aria-busy=true]');
      return shown !== undefined && query(shown) === query(location.search) && !busy;
    });
  }

  /// Clicks a thing, or presses a key in it, that leads to another state at once.
  async press(thing, key) {
    await this.moved(() => (key ? thing.press(key) : thing.click()));
  }

  /// Does something that leads to another state at once.
  async moved(act) {
    const left = this.page.url();
    await act();
    await this.page.waitForURL((url) => url.href !== left);
    await this.ready();
  }

  /// A box of the filters; its name ends with the number of zones beside it.
  box(label) {
    return this.page.getByRole('checkbox', { name: new RegExp(`^${label} ?[\\d,]+$`) });
  }

  /// Chooses a box; gives the number of zones that was written beside it.
  async choose(label) {
    const box = this.box(label);
    const text = await this.page.locator('label').filter({ has: box }).textContent();
    await this.change(() => box.check());
    assert.equal(await box.isChecked(), true);
    return firstNumber(/[\d,]+$/.exec(text)?.[0]);
  }

  async fill(field, value) {
    await this.change(async () => {
      await field.fill(value);
      await field.blur();
    });
    assert.equal(await field.inputValue(), value);
  }

  async sort(order) {
    await this.change(() => this.order().selectOption(order));
  }

  /// Changes a control; without JavaScript the form has to be sent then.
  async change(act) {
    await this.moved(async () => {
      await act();
      if (!this.javaScript) await this.page.getByRole('button', { name: 'Apply' }).click();
    });
  }

  /// Goes to the end of the list until it holds so many zones; they come by themselves.
  async toTheEnd(count) {
    await this.page.waitForFunction((wanted) => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      return document.querySelectorAll('#results a.zone-name').length >= wanted;
    }, count);
  }

  /// What is shown, what is in the address, and what every control says.
  async state() {
    const form = await this.page.evaluate(() => {
      const data = new FormData(document.getElementById('filter'));
      return new URLSearchParams(data).toString();
    });
    const pressed = await this.page.locator('.tile[aria-pressed=true]').all();
    const lifts = await this.page.getByRole('link', { name: /^Remove filter: / }).all();
    const label = async (thing) => (await thing.getAttribute('aria-label')) ?? '';
    return {
      address: this.page.url(),
      form,
      pressed: await Promise.all(pressed.map(async (tile) => (await tile.locator('.tile-name').textContent()) ?? '')),
      lifts: await Promise.all(lifts.map(async (link) => (await label(link)).replace('Remove filter: ', ''))),
      count: await this.count(),
      zones: await this.firstNames(),
      picks: await this.picks(),
    };
  }

  /// The list holds this many zones, fewer than before, and the address says why.
  async expect(count, before, parameters) {
    assert.equal(await this.count(), count);
    assert.ok(count < before, `${count} zones are not fewer than ${before}`);
    this.expectAddress(parameters);
  }

  /// The address holds these parameters, a list for one that stands there several times. A form
  /// sends empty ones and the default order and measure along.
  expectAddress(parameters) {
    const sent = [...new URL(this.page.url()).searchParams].filter(([, value]) => value !== '');
    const defaults = ['sort=catalogue', 'map=zones'];
    const meant = sent.filter((pair) => this.javaScript || !defaults.includes(pair.join('=')));
    const wanted = Object.entries(parameters).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
    assert.deepEqual(meant.sort(), wanted.sort());
  }
}

/// With or without JavaScript, in the name of a test.
export function mode(javaScript) {
  return javaScript ? 'with JavaScript' : 'without JavaScript';
}

/// The year of approval in a line of the list.
export function yearOfApproval(text) {
  return Number(/Approved\D*?(\d{4})/.exec(text)?.[1]);
}

/// The area in a line of the list, in hectares; nothing where it is not known.
export function hectares(text) {
  const found = /([\d,.]+) (ha|km²)/.exec(text);
  return found ? Number(found[1].replaceAll(',', '')) * (found[2] === 'ha' ? 1 : 100) : undefined;
}

/// Follows a link to an address of the site as the router does.
export async function follow(page, href) {
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    document.body.append(link);
    link.click();
    link.remove();
  }, href);
}

/// Waits until what was to happen with the next frame has happened.
export function twoFrames(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}
