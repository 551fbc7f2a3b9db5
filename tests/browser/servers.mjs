// Starts the sites that the browser tests visit, once per run, and stops them at the end.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { environment } from './environment.mjs';

const START_TIMEOUT = 60_000;
const STOP_TIMEOUT = 15_000;

/// The small dataset, with invented zones.
const SMALL_DATA = new URL('../data', import.meta.url).pathname;

/// Starts both sites, sets the environment variables that `support.mjs` reads, and returns the function that stops the
/// sites.
export default async function startSites() {
  const program = environment('ZONE_ATLAS_BIN');
  const folder = await mkdtemp(join(tmpdir(), 'zone-atlas-'));
  const databases = { small: join(folder, 'small.db'), shipped: join(folder, 'shipped.db') };
  await promisify(execFile)(program, ['import', '--brotli-level', '0', '--data', SMALL_DATA, '--database', databases.small]);
  const servers = await Promise.all(Object.values(databases).map((database) => Server.start(program, database, folder)));
  [process.env.SITE_SMALL, process.env.SITE_SHIPPED] = servers.map(({ origin }) => origin);
  return async () => {
    try {
      await Promise.all(servers.map((server) => server.stop()));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

class Server {
  /// The URL of the site, without a slash at the end.
  origin = '';
  #process;
  #log = '';

  /// Starts a server on a free port and waits until it listens.
  static async start(program, database, folder) {
    const server = new Server();
    server.#process = spawn(program, ['serve', '--addr', '127.0.0.1:0', '--database', database], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server.#process.stderr.setEncoding('utf8').on('data', (text) => (server.#log += text));
    server.origin = await server.#address();
    return server;
  }

  /// Stops the server; it must end by itself with exit code 0, and must not have panicked.
  async stop() {
    try {
      const ended = this.#process.exitCode === null ? once(this.#process, 'exit') : undefined;
      this.#process.kill('SIGTERM');
      await within(STOP_TIMEOUT, ended, 'the server did not stop on SIGTERM');
      assert.equal(this.#process.exitCode, 0, `exit code of the server\n${this.#log}`);
      assert.ok(!this.#log.includes('panicked'), `the server panicked\n${this.#log}`);
    } finally {
      this.#process.kill('SIGKILL');
    }
  }

  #address() {
    const found = new Promise((resolve, reject) => {
      createInterface({ input: this.#process.stdout }).on('line', (line) => {
        const address = /^Zone Atlas is at (http:\/\/\S+)$/.exec(line)?.[1];
        if (address) resolve(address);
      });
      this.#process.once('error', reject);
      this.#process.once('exit', (code) => reject(new Error(`the server ended (${code})\n${this.#log}`)));
    });
    return within(START_TIMEOUT, found, 'the server did not print its address');
  }
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
