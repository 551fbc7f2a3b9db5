// What the tests share: a server of their own, a browser, pages that remember every complaint.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before } from 'node:test';
import { launch } from './chromium.mjs';

/// The browser's half is a debug build when these tests run: it is large.
const HYDRATION_TIMEOUT = 20_000;
const START_TIMEOUT = 60_000;
const STOP_TIMEOUT = 15_000;

/// A server and a browser for the tests of one file; started before the first, closed after the last.
export function useSite() {
  const site = new Site();
  before(() => site.start());
  after(() => site.stop());
  return site;
}

class Site {
  /// Where the server listens, without a slash at the end.
  origin = '';
  #server;
  #browser;
  #contexts = {};
  #log = '';
  #folder;

  async start() {
    const program = environment('ZONE_ATLAS_BIN');
    this.#folder = await mkdtemp(join(tmpdir(), 'zone-atlas-'));
    const database = join(this.#folder, 'atlas.db');
    this.#server = spawn(program, ['serve', '--addr', '127.0.0.1:0', '--database', database], {
      cwd: this.#folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#server.stderr.setEncoding('utf8').on('data', (text) => (this.#log += text));
    this.origin = await this.#address();
    this.#browser = await launch(environment('CHROMIUM'));
  }

  /// Closes everything; the server must end by itself, in order, without ever having panicked.
  async stop() {
    try {
      await this.#browser?.close();
      if (this.#server) {
        const ended = this.#server.exitCode === null ? once(this.#server, 'exit') : undefined;
        this.#server.kill('SIGTERM');
        await within(STOP_TIMEOUT, ended, 'the server did not stop on SIGTERM');
        assert.equal(this.#server.exitCode, 0, `exit code of the server\n${this.#log}`);
        assert.ok(!this.#log.includes('panicked'), `the server panicked\n${this.#log}`);
      }
    } finally {
      this.#server?.kill('SIGKILL');
      if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
    }
  }

  /// Opens an address of the site in a tab of its own, closed with the test. Waits until the
  /// browser's half is at work, unless JavaScript is off.
  async open(t, path, options = {}) {
    const { javaScript = true, touch = false, width = 1280, height = 900, colorScheme = 'light' } = options;
    const context = await this.#context(javaScript, touch);
    const page = await context.newPage();
    t.after(() => page.close());
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const visit = new Visit(page, javaScript);
    await visit.go(path);
    return visit;
  }

  /// The browser profile with or without JavaScript, of a desk or of a telephone. Kept for the whole file: what the
  /// browser has compiled once it need not compile again. The site stores nothing but texts that a reader pasted, each
  /// under the name of its source.
  #context(javaScript, touch) {
    const name = `${javaScript} ${touch}`;
    this.#contexts[name] ??= this.#browser.newContext({
      baseURL: this.origin,
      javaScriptEnabled: javaScript,
      locale: 'en-GB',
      hasTouch: touch,
      isMobile: touch,
    });
    return this.#contexts[name];
  }

  #address() {
    const lines = createInterface({ input: this.#server.stdout });
    const found = new Promise((resolve, reject) => {
      lines.on('line', (line) => {
        const address = /^Zone Atlas is at (http:\/\/\S+)$/.exec(line)?.[1];
        if (address) resolve(address);
      });
      this.#server.once('error', reject);
      this.#server.once('exit', (code) => reject(new Error(`the server ended (${code})\n${this.#log}`)));
    });
    return within(START_TIMEOUT, found, 'the server did not say where it is');
  }
}

/// A tab, the status of the page it shows, and what its browser complained about.
class Visit {
  status = 0;

  constructor(page, javaScript) {
    this.page = page;
    this.problems = collectProblems(page, javaScript);
    this.javaScript = javaScript;
  }

  /// Loads another address of the site in full.
  async go(path) {
    const answer = await this.page.goto(path);
    this.status = answer.status();
    if (this.javaScript) await hydrated(this.page);
  }
}

/// Waits until the browser's half is at work.
export async function hydrated(page) {
  const done = () => document.documentElement.classList.contains('hydrated');
  await page.waitForFunction(done, undefined, { timeout: HYDRATION_TIMEOUT });
}

/// Waits until nothing is asked of the server any more and the page shows what the last answer said.
export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('.progress-active'));
}

/// Fails unless the browser had nothing to complain about.
export function assertClean(visit) {
  assert.equal(visit.problems.join('\n'), '', `complaints at ${visit.page.url()}`);
}

/// The first number in a text, written with commas between thousands.
export function firstNumber(text) {
  const found = /\d[\d,]*/.exec(text ?? '');
  assert.ok(found, `no number in “${text}”`);
  return Number(found[0].replaceAll(',', ''));
}

/// What sticks out of the window on the right.
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1);
    return [`${document.documentElement.scrollWidth} > ${width}`, ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
  });
}

/// What keeps people out, by axe: only what is serious or worse.
export async function barriers(page) {
  await page.evaluate(await axeSource());
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
    // That a page answers 404 is what the browser says of the document itself, and it is meant so.
    const ofDocument = message.location().url === page.url();
    if (ofDocument && message.text().startsWith('Failed to load resource') && message.text().includes('404')) return;
    // The first line says what; Leptos adds a page of advice.
    problems.push(`console ${message.type()}: ${message.text().split('\n')[0]}`);
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Without JavaScript nobody waits for the browser's half: the browser drops what it began to load.
    if (!javaScript && new URL(request.url()).pathname.startsWith('/pkg/zone-atlas.')) return;
    // Leaving a page drops its icon, if that has not come by then.
    const { errorText } = request.failure() ?? {};
    if (errorText === 'net::ERR_ABORTED' && new URL(request.url()).pathname === '/favicon.svg') return;
    problems.push(`failed request: ${request.url()}: ${errorText}`);
  });
  return problems;
}

function environment(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the browser tests by: cargo xtask test`);
  return value;
}

async function within(milliseconds, promise, complaint) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/// The source of axe-core, to be evaluated in a page: its policy forbids foreign scripts.
export const axeSource = () => readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
