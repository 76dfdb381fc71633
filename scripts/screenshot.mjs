/** `npm run screenshot`: the pictures in the README and in the manifest, taken from the running product. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/process.mjs';
import { run, tell } from './lib/say.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {{ name: string, options: import('playwright').BrowserContextOptions }} Device */

/** A comparison takes about half a minute. */
const LIMIT_MS = 180_000;
/** The strips are uncovered from left to right after a run. */
const WIPED_MS = 1500;
/** Long enough to be felt on any machine. */
const JOB = { size: '12mp', repeat: '2', workers: '2' };
const SHOTS = join(ROOT, 'static', 'screenshots');

/** As wide as the manifest says: narrow 1080 × 2220 pixels, wide 1440 × 900. @type {readonly Device[]} */
const DEVICES = [
  {
    name: 'narrow',
    options: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
  },
  {
    name: 'wide',
    options: { viewport: { width: 1440, height: 900 } },
  },
];

/**
 * @param {Page} page
 * @param {string} name
 */
async function shoot(page, name) {
  const path = join(SHOTS, `${name}.png`);
  await page.screenshot({ path });
  tell(path);
}

/**
 * @param {Page} page with the lab, ready
 * @param {string} device
 */
async function shootLab(page, device) {
  await shoot(page, `${device}-lab`);
  await page.getByRole('button', { name: 'Compare all' }).click();
  await page.getByRole('table', { name: 'Comparison' }).waitFor({ timeout: LIMIT_MS });
  await page.waitForTimeout(WIPED_MS);
  await shoot(page, `${device}-result`);
}

await run(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const { chromium } = await import('playwright');
  const { findBrowser, launchOptions } = await import('./lib/browser.mjs');
  const { freePort } = await import('./lib/ports.mjs');
  const { serveBuild } = await import('./lib/serve.mjs');
  const { openLab } = await import('./lib/bench-page.mjs');
  mkdirSync(SHOTS, { recursive: true });
  const site = await serveBuild({ port: await freePort(4173) });
  const { path } = await findBrowser();
  const browser = await chromium.launch(launchOptions(path));
  try {
    for (const { name, options } of DEVICES) {
      // A service worker would reload the page for a newer version: none is needed for a picture.
      const context = await browser.newContext({ ...options, serviceWorkers: 'block' });
      await shootLab(await openLab(context, site.url, 'blur', JOB), name);
      await context.close();
    }
  } finally {
    await browser.close();
    await site.close();
  }
  copyFileSync(join(SHOTS, 'wide-result.png'), join(ROOT, 'docs', 'lab.png'));
  tell(join(ROOT, 'docs', 'lab.png'));
});
