// Chromium with the settings of the tests and benchmarks.

import { chromium } from '@playwright/test';

export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/// Starts the Chromium executable at this path.
export function launch(executablePath) {
  return chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
}
