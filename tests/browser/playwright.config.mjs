// The browser tests: one run, two sites, two workers. Run by: cargo xtask test

import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './chromium.mjs';
import { environment } from './environment.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.mjs',
  outputDir: environment('BROWSER_RESULTS'),
  globalSetup: './servers.mjs',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: environment('BROWSER_REPORT') }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: environment('CHROMIUM'), args: BROWSER_ARGUMENTS },
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    // Recording every test would make the run slower. A failed test runs again with a trace; it counts as failed even
    // if it passes then.
    trace: 'on-first-retry',
    video: 'off',
  },
});
