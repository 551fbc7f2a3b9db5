// Measures how long unusual search queries take, in milliseconds: in Chromium from the event to the end of the script,
// and on the server the whole response.
//
//   CHROMIUM=/usr/bin/chromium node tests/bench/odd-queries.mjs http://127.0.0.1:3000

import { launch } from '../browser/chromium.mjs';

const QUERIES = {
  'letters': 'x'.repeat(10_000),
  'Chinese characters': '溧陽'.repeat(5_000),
  'apostrophes': "xi'".repeat(3_000),
  'pictures': '😀'.repeat(50),
  'control characters': '\u0001\u0002abc\u202e',
  'brackets': '[(*){\\'.repeat(20),
  'mixed scripts': '溧阳gaoxin 5G Ä',
  'one Chinese character': '区',
  'one letter': 'a',
  'spaces': '     ',
  'single letters': 'a b c d e f g h',
  'syllables': 'li yang gao xin ji shu kai fa',
  'wrong letters': 'qniglan gaoxinqu jiangsu',
};
const TIMES = 9;
/// The pause after each search, in milliseconds. Painting and all later updates are finished by then.
const PAUSE = 120;
/// The longest query that is sent, in characters. The server refuses longer addresses.
const LONGEST_ADDRESS = 7_000;

const [origin] = process.argv.slice(2);
const browser = await launch(process.env.CHROMIUM);
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(origin);
await page.waitForSelector('html[data-engine=browser]');
await page.locator('#q').pressSequentially('liyang');
await page.waitForSelector('#results[data-query="q=liyang"]');
for (const [name, query] of Object.entries(QUERIES)) {
  const there = await page.evaluate(timed, { query, times: TIMES, pause: PAUSE });
  const here = [];
  for (let n = 0; n < TIMES; n += 1) {
    const start = performance.now();
    await (await fetch(`${origin}/?q=${encodeURIComponent(query).slice(0, LONGEST_ADDRESS)}`)).text();
    here.push(performance.now() - start);
  }
  console.log(`${name.padEnd(24)} browser ${median(there)} ms, server ${median(here)} ms`);
}
await browser.close();

/// Runs in the page: enters a query into the empty field several times, and returns the milliseconds of each time.
async function timed({ query, times, pause }) {
  const field = document.querySelector('#q');
  const rest = () => new Promise((done) => setTimeout(done, pause));
  const type = (text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const taken = [];
  for (let n = 0; n < times; n += 1) {
    type('');
    await rest();
    const start = performance.now();
    type(query);
    taken.push(performance.now() - start);
    await rest();
  }
  return taken;
}

function median(times) {
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)].toFixed(1);
}
