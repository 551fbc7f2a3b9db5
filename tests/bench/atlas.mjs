// Measures the atlas page in Chromium: the time from each key press or click to the painted result.
// Run it with: cargo xtask bench

import { launch } from '../browser/chromium.mjs';

const LOAD_TIMEOUT = 60_000;
/// The timeout of one interaction, in milliseconds. It is far above every goal.
const RESULT_TIMEOUT = 10_000;
/// The pause between two interactions, in milliseconds, so that the browser is idle before the next one.
const PAUSE = 120;
/// How long a key or a button is held down, in milliseconds. This is about the shortest time a person needs. With a
/// shorter time, the frame that shows the pressed button would delay the frame of the result.
const PRESS = 60;
/// A key that changes nothing on the page.
const IDLE_KEY = 'Shift';

const QUERIES = ['liyang', '苏州', 'suzhou industrial', 'gaoxin'];

/// The names of the interactions, in the order of the table.
const LETTERS = 'letter typed';
const DELETIONS = 'letter deleted';
const BOXES = { level: 'level chosen', kind: 'kind chosen', industry: 'industry chosen' };
const TILES = 'province chosen';
const SORTS = 'order chosen';
const CLEARS = 'all filters cleared';
const FRAME = 'a key that changes nothing';

const origin = environment('ORIGIN');
const runs = Number(environment('RUNS'));

async function measure(browser) {
  const context = await browser.newContext({ baseURL: origin, locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const requests = [];
  const problems = [];
  page.on('request', (request) => requests.push(new URL(request.url())));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // The first line is the message; Leptos appends a page of advice.
    if (message.type() === 'error') problems.push(message.text().split('\n')[0]);
  });
  try {
    await page.goto('/');
    const hydrated = await reached(page, 'html.hydrated');
    const indexed = await reached(page, 'html[data-engine="browser"]');
    // The search index is loaded when the search field gets the focus.
    await Promise.all([
      page.waitForResponse((response) => response.url().includes('/data/index/search-')),
      page.locator('#q').focus(),
    ]);
    await page.waitForLoadState('networkidle');
    const asked = requests.filter((address) => address.origin === origin).map((address) => address.pathname);
    await page.evaluate(recordTimes, IDLE_KEY);
    const interactions = await new Atlas(page).interactions();
    return { hydrated, indexed, requests: asked, interactions };
  } finally {
    // If the page failed, its error explains more than a timeout here, and its times have no meaning.
    if (problems.length > 0) throw new Error(`the page failed:\n${problems.join('\n')}`);
  }
}

/// Returns the milliseconds from the start of loading until the page contains the element.
async function reached(page, selector) {
  const there = (selector) => document.querySelector(selector) && performance.now();
  const handle = await page.waitForFunction(there, selector, { timeout: LOAD_TIMEOUT });
  return handle.jsonValue();
}

/// Runs in the page. Call `window.bench.arm()` before an interaction; `window.bench.result` then resolves to its times.
function recordTimes(idleKey) {
  const shown = () => document.querySelector('#results')?.getAttribute('data-query') ?? null;
  let run;

  // The clock starts when the browser receives the event, not when the page's listener runs.
  const begin = (event) => {
    if (!run || !event.isTrusted) return;
    run.start ??= event.timeStamp;
    if (event.key === idleKey) finish(run);
  };
  for (const type of ['keydown', 'beforeinput', 'pointerup']) {
    window.addEventListener(type, begin, { capture: true, passive: true });
  }

  // The page writes the query of its list to `data-query` when the list is shown.
  const observer = new MutationObserver(() => {
    if (run?.start !== undefined && shown() !== run.before) finish(run);
  });
  observer.observe(document.documentElement, { subtree: true, attributeFilter: ['data-query'] });

  const finish = (one) => {
    run = undefined;
    const script = performance.now() - one.start;
    // The browser paints a frame after its animation frame callbacks, and delivers a message posted there after that.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => settled({ total: performance.now() - one.start, script }, one);
      port2.postMessage(null);
    });
  };

  // The parts of the page outside the window are updated after the visible part is painted.
  const settled = (times, one) => {
    if (document.querySelector('#results')?.getAttribute('aria-busy') === 'true') {
      requestAnimationFrame(() => settled(times, one));
    } else {
      one.done({ ...times, whole: performance.now() - one.start });
    }
  };

  window.bench = {
    result: undefined,
    arm() {
      this.result = new Promise((done) => (run = { before: shown(), done }));
    },
  };
}

class Atlas {
  #page;
  #samples = new Map([LETTERS, DELETIONS, ...Object.values(BOXES), TILES, SORTS, CLEARS, FRAME].map((what) => [what, []]));

  constructor(page) {
    this.#page = page;
  }

  /// Runs every interaction, each at least `runs` times, and returns the samples.
  async interactions() {
    await this.#until([LETTERS, DELETIONS], () => this.#type());
    for (const [name, what] of Object.entries(BOXES)) {
      await this.#until([what], () => this.#choose(what, `input[type=checkbox][name=${name}]`));
    }
    await this.#until([TILES], () => this.#choose(TILES, '.tile'));
    await this.#until([SORTS], () => this.#sort());
    await this.#until([CLEARS], () => this.#clear());
    await this.#until([FRAME], () => this.#take(FRAME, () => this.#page.keyboard.press(IDLE_KEY, { delay: PRESS })));
    return [...this.#samples].map(([what, samples]) => ({ what, result: what !== FRAME, samples }));
  }

  async #until(names, round) {
    while (names.some((what) => this.#samples.get(what).length < runs)) await round();
  }

  /// Types each query letter by letter, then deletes it letter by letter.
  async #type() {
    const { keyboard } = this.#page;
    for (const query of QUERIES) {
      await this.#page.locator('#q').click();
      const letters = [...query];
      for (const [at, letter] of letters.entries()) {
        // Chinese characters have no key: they are inserted as by an input method.
        const isKey = /^[\x20-\x7e]$/.test(letter);
        await this.#edit(LETTERS, letters.slice(0, at), letters.slice(0, at + 1), () =>
          isKey ? keyboard.press(letter === ' ' ? 'Space' : letter, { delay: PRESS }) : keyboard.insertText(letter),
        );
      }
      for (let left = letters.length; left > 0; left -= 1) {
        await this.#edit(DELETIONS, letters.slice(0, left), letters.slice(0, left - 1), () => keyboard.press('Backspace', { delay: PRESS }));
      }
    }
  }

  /// Edits the search. A change that only adds or removes a space at the end starts no new search, so it is not
  /// measured.
  async #edit(what, before, after, act) {
    if (before.join('').trim() === after.join('').trim()) {
      await act();
      await this.#page.waitForTimeout(PAUSE);
    } else {
      await this.#take(what, act);
    }
  }

  /// Clicks each element of a selector twice: to select it and to clear it again.
  async #choose(what, selector) {
    const things = this.#page.locator(selector);
    const count = await things.count();
    if (count === 0) throw new Error(`the page has no ${selector}`);
    for (let at = 0; at < count; at += 1) {
      const thing = things.nth(at);
      for (let time = 0; time < 2; time += 1) {
        await thing.evaluate(unfold);
        await this.#take(what, () => thing.click({ delay: PRESS }));
      }
    }
  }

  /// Selects every sort order, down the list and up again. It uses the arrow keys because a program cannot click in the
  /// list of a select element.
  async #sort() {
    const select = this.#page.locator('select[name=sort]');
    await select.focus();
    const count = await select.locator('option').count();
    for (const key of ['ArrowDown', 'ArrowUp']) {
      for (let step = 1; step < count; step += 1) {
        await this.#take(SORTS, () => this.#page.keyboard.press(key, { delay: PRESS }));
      }
    }
  }

  async #clear() {
    await this.#perform(() => this.#page.locator('.tile').first().click({ delay: PRESS }));
    await this.#take(CLEARS, () => this.#page.locator('.clear').click({ delay: PRESS }));
  }

  async #take(what, act) {
    const sample = await this.#perform(() => act(), what);
    this.#samples.get(what).push(sample);
  }

  /// Performs one interaction, then pauses, and returns its times.
  async #perform(act, what = 'a click') {
    await this.#page.evaluate(() => window.bench.arm());
    await act();
    const sample = await within(RESULT_TIMEOUT, this.#page.evaluate(() => window.bench.result), what);
    await this.#page.waitForTimeout(PAUSE);
    return sample;
  }
}

/// Runs in the page: opens the collapsed `details` element that contains an element.
function unfold(element) {
  const fold = element.closest('details');
  if (fold) fold.open = true;
}

function environment(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run this by: cargo xtask bench`);
  return value;
}

async function within(milliseconds, promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: #results took no new data-query in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

const browser = await launch(environment('CHROMIUM'));
try {
  process.stdout.write(`${JSON.stringify(await measure(browser))}\n`);
} finally {
  await browser.close();
}
