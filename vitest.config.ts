import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { launchOptions, lookUpBrowser } from './scripts/lib/browser.mjs';
import { isolationHeaders } from './scripts/vite/isolation.ts';
import viteConfig from './vite.config.ts';

// Generous, because cores may be shared: no test measures by it.
const testTimeout = 60_000;

const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    testTimeout,
    server: { deps: { inline: ['@engine262/engine262'] } },
  },
};

/** Real Chromium and real workers, isolated as the product is (the headers of vite.config.ts). */
const browser: TestProjectInlineConfiguration = {
  extends: true,
  // Vitest's own pages don't pass the product's plugin.
  server: { headers: isolationHeaders() },
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
