// Browser tests: a real server a test, a desktop and phones in one Chromium. `make e2e` runs them.

import {defineConfig} from '@playwright/test';
import {chromium} from './support/chromium.js';

/** Many times what a test takes on a machine that does nothing else: it ends what hangs, and nothing else. */
const TEST_TIMEOUT_MS = 180_000;

/** Longest wait for one expectation: a reconnect with back-off on a machine that is asked for ten times over lies within it. */
const EXPECT_TIMEOUT_MS = 30_000;

/** Tests of a page that the browser does not let play without a gesture. */
const NEEDS_A_TAP = '**/autoplay.spec.js';

/** Tests that take figures, and so want the machine to themselves; `make e2e` runs them after the others, one at a time. */
const FIGURES = '**/*.figures.spec.js';

/** Tests at a time: each waits most of its time, but decodes video on the processor, too. */
const WORKERS = 3;

export default defineConfig({
  testDir: '.',
  outputDir: './.artifacts/results',
  globalSetup: './support/build.js',
  timeout: TEST_TIMEOUT_MS,
  expect: {timeout: EXPECT_TIMEOUT_MS},
  forbidOnly: Boolean(process.env.CI),
  retries: 0, // a test that passes at the second try has found a bug at the first
  workers: WORKERS,
  fullyParallel: true,
  reporter: 'list',
  use: {screenshot: 'only-on-failure', actionTimeout: EXPECT_TIMEOUT_MS, navigationTimeout: EXPECT_TIMEOUT_MS},
  projects: [
    {name: 'evening', testIgnore: [NEEDS_A_TAP, FIGURES], use: {launchOptions: chromium({autoplay: true})}},
    {name: 'tap', testMatch: NEEDS_A_TAP, use: {launchOptions: chromium({autoplay: false})}},
    {name: 'figures', testMatch: FIGURES, workers: 1, fullyParallel: false, use: {launchOptions: chromium({autoplay: true})}},
  ],
});
