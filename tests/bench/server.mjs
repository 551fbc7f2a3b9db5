// Measures the server: the milliseconds from exec to the first byte, the CPU time per request, and the memory under a
// mixed load with pictures.
//
//     node tests/bench/server.mjs target/release/zone-atlas atlas.db [seconds of load]
//
// The database must exist (`zone-atlas import`), and the folder `site` must be next to the program.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';

const [program, database, seconds = '60'] = process.argv.slice(2);
const PORT = 4123;
const STARTS = 6;
const REQUESTS = 200;
const AT_ONCE = 8;
// The kernel counts CPU time in units of 10 ms.
const TICK_MS = 10;
const PAGES = ['/', '/zones/liuyang-etdz', '/figures/bx88w', '/indicators/area', '/compare?zones=changsha-etdz,liuyang-etdz,liyang-high-tech-zone', '/sources', '/data'];

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function start() {
  return spawn(program, ['serve', '--addr', `127.0.0.1:${PORT}`, '--database', database], { stdio: 'ignore' });
}

async function stop(server) {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
}

/** Resolves when the first byte of a page arrives. Retries until the server listens. */
function firstByte(path) {
  return new Promise((resolve) => {
    const attempt = () => {
      const socket = connect(PORT, '127.0.0.1');
      socket.on('connect', () => socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`));
      socket.once('data', () => resolve(socket.destroy()));
      socket.on('error', () => setTimeout(attempt, 2));
    };
    attempt();
  });
}

function request(path, encodings = 'br, gzip') {
  return new Promise((resolve, reject) => {
    get({ port: PORT, path, agent, headers: { 'accept-encoding': encodings } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

const json = async (path) => JSON.parse((await request(path, 'identity')).body);

const cpuMs = async (pid) => {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
};

const memoryMb = async (pid) => Number(/RssAnon:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))[1]) / 1000;

for (let run = 0; run < STARTS; run++) {
  const begun = performance.now();
  const server = start();
  await firstByte('/zones/liuyang-etdz');
  console.log(`exec to first byte: ${(performance.now() - begun).toFixed(0)} ms`);
  await stop(server);
}

const server = start();
await firstByte('/');
console.log(`RssAnon after the first page: ${(await memoryMb(server.pid)).toFixed(0)} MB`);
for (const path of PAGES) {
  const before = await cpuMs(server.pid);
  for (let n = 0; n < REQUESTS; n++) await request(path);
  console.log(`${path}: ${(((await cpuMs(server.pid)) - before) / REQUESTS).toFixed(1)} ms of CPU`);
}

// A mixed load. Every run has the same sequence of requests.
const zones = (await json('/data/zones.json')).zones.map((zone) => zone.address);
const figures = (await json('/data/figures.json')).figures;
const described = [...new Set(figures.map((figure) => figure.page))];
let seed = 1;
const random = (below) => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return seed % below;
};
const any = (list) => list[random(list.length)];
function page() {
  const kind = random(100);
  if (kind < 35) return any(zones);
  if (kind < 50) return `/?province=${any(['jiangsu', 'anhui', 'hunan'])}&q=${any([...'abcdefgh'])}`;
  if (kind < 65) return `/figures/${any(figures).id}`;
  if (kind < 75) return `${any(described)}/${any(['output', 'gdp'])}.png`;
  if (kind < 80) return `${any(zones)}/card.png`;
  if (kind < 85) return `/indicators/area?page=${1 + random(51)}`;
  return any(['/data', '/sources', '/methods', '/zh', '/data/zones.csv', '/zh/indicators/gdp', `${any(described)}.json`]);
}
const end = Date.now() + Number(seconds) * 1000;
let [requests, errors, most] = [0, 0, 0];
async function worker() {
  while (Date.now() < end) {
    const { status } = await request(page());
    requests++;
    if (status >= 500) errors++;
    if (requests % 20 === 0) most = Math.max(most, await memoryMb(server.pid));
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, worker));
const after = await memoryMb(server.pid);
await sleep(3000);
console.log(`${seconds} s of load: ${requests} requests, ${errors} server errors; RssAnon ${most.toFixed(0)} MB at most, ` +
  `${after.toFixed(0)} at the end, ${(await memoryMb(server.pid)).toFixed(0)} three seconds later`);
agent.destroy();
await stop(server);
