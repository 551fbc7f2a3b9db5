// Prints the text of every page and the hash of every file of a running site, one line each. The output of two builds
// can be compared with `diff`:
//
//     node tests/bench/page-texts.mjs http://127.0.0.1:3000 > before.tsv
//
// A line contains the path, the status, and the text of the page without markup (for a file: the SHA-256 of its bytes).

import { createHash } from 'node:crypto';
import { Agent, get as request } from 'node:http';

const origin = process.argv[2] ?? 'http://127.0.0.1:3000';
const AT_ONCE = 4;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

function get(path) {
  return new Promise((resolve, reject) => {
    request(new URL(path, origin), { agent, headers: { host: 'atlas.example' } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, type: response.headers['content-type'] ?? '', body: Buffer.concat(chunks) }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** Returns the visible text of a page: without head, scripts, styles and tags, with single spaces. */
function textOf(html) {
  return html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const unique = (values) => [...new Set(values)];
const links = async (path, pattern) => unique((await get(path)).body.toString().match(pattern) ?? []);

const zones = JSON.parse((await get('/data/zones.json')).body).zones;
const figures = JSON.parse((await get('/data/figures.json')).body).figures;
const ids = unique([...figures.map((figure) => figure.id), ...zones.map((zone) => zone.area_receipt.replace('/figures/', ''))]).filter((id) => id);
const sources = await links('/sources', /\/sources\/[a-z0-9-]+/g);
const groups = await links('/data', /\/groups\/[a-z0-9-]+/g);
const indicators = unique([...(await links('/data', /\/indicators\/[a-z0-9-]+/g)), '/indicators/area']);
const described = unique(figures.map((figure) => figure.page));
const compared = (await get('/data/zones.json?with=figures')).body && zones.filter((zone) => zone.figures > 0).map((zone) => zone.address.replace('/zones/', ''));

const pages = [
  '/', '/?q=suzhou', '/?province=jiangsu', '/data', '/sources', '/methods', '/compare',
  ...compared.slice(0, -2).filter((_, n) => n % 3 === 0).map((_, n) => `/compare?zones=${compared.slice(3 * n, 3 * n + 3).join(',')}`),
  ...zones.map((zone) => zone.address),
  ...groups, ...indicators, ...sources,
  ...[2, 3, 50].map((page) => `/indicators/area?page=${page}`),
  ...ids.map((id) => `/figures/${id}`),
];
const files = [
  ...['figures.csv', 'figures.json', 'cautions.json', 'zones.csv', 'zones.json', 'zones.geojson', 'zones.csv?province=anhui'].map((file) => `/data/${file}`),
  ...described.flatMap((page) => [`${page}.csv`, `${page}.json`]),
  ...indicators.flatMap((page) => ['csv', 'json', 'svg'].map((ending) => `${page}.${ending}`)),
  ...described.flatMap((page) => ['output.svg', 'gdp.svg', 'fiscal-revenue.csv', 'gdp.json'].map((chart) => `${page}/${chart}`)),
  `/compare/gdp.csv?zones=${compared.slice(0, 6).join(',')}`, `/compare/gdp.svg?zones=${compared.slice(0, 6).join(',')}`,
  ...ids.slice(0, 400).map((id) => `/figures/${id}.json`),
  ...zones.filter((_, n) => n % 100 === 0).map((zone) => `${zone.address}/card.png`),
];
const paths = [...pages.flatMap((path) => [path, path === '/' ? '/zh' : path.startsWith('/?') ? `/zh${path.slice(1)}` : `/zh${path}`]), ...files];

const lines = new Array(paths.length);
let next = 0;
async function worker() {
  while (next < paths.length) {
    const at = next++;
    const { status, type, body } = await get(paths[at]);
    const content = type.startsWith('text/html') ? textOf(body.toString()) : createHash('sha256').update(body).digest('hex');
    lines[at] = `${paths[at]}\t${status}\t${content}`;
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, worker));
process.stdout.write(`${lines.join('\n')}\n`);
agent.destroy();
