import { defineConfig, devices } from '@playwright/test';
import { launchOptions, lookUpBrowser } from './scripts/lib/browser.mjs';

// Chosen by scripts/test.mjs where the usual port is taken.
const port = process.env.UNBLOCKED_TEST_PORT ?? '4173';
const url = `http://localhost:${port}/`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One at a time. `npm test` runs two, but for those that measure (`*.alone.*`).
  workers: 1,
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only when it is tried again is told by name (scripts/lib/tally.mjs).
  retries: process.env.CI === undefined ? 0 : 1,
  // Generous, because cores may be shared, and on some machines a browser starts ten times slower: no test measures by it.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: 'list',
  use: {
    baseURL: url,
    // Tests of it ask for it: to the others a page that keeps itself would be noise.
    serviceWorkers: 'block',
    launchOptions: launchOptions(lookUpBrowser()?.path),
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'laptop',
      testIgnore: '**/*.phone.spec.ts',
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testIgnore: '**/*.laptop.spec.ts',
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 }, deviceScaleFactor: 3 },
    },
  ],
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
