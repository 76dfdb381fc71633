import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { launchOptions, lookUpBrowser } from './scripts/lib/browser.mjs';
import { ISOLATION } from './scripts/vite/isolation.ts';
import viteConfig from './vite.config.ts';

// Generous, because cores may be shared: no test measures by it.
const testTimeout = 60_000;
/** Files at a time. Vitest leaves one core to itself: of two that is half. Files that measure (`*.alone.*`) run by themselves. */
const maxWorkers = 2;

const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    testTimeout,
    maxWorkers,
    server: { deps: { inline: ['@engine262/engine262'] } },
  },
};

/** Real Chromium and real workers, isolated as the product is: vitest answers before the plugin that sends the headers. */
const browser: TestProjectInlineConfiguration = {
  extends: true,
  server: { headers: ISOLATION },
  optimizeDeps: {
    exclude: ['@engine262/engine262'],
    // Found while a test runs, a dependency would reload the page under it.
    include: [
      '@noble/hashes/blake3.js',
      '@noble/hashes/sha2.js',
      'comlink',
      'fast-check',
      'vitest-browser-svelte',
    ],
  },
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.test.ts'],
    testTimeout,
    maxWorkers,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: launchOptions(lookUpBrowser()?.path) }),
      instances: [{ browser: 'chromium' }],
    },
  },
};

export default defineConfig({ ...viteConfig, test: { projects: [unit, browser] } });
