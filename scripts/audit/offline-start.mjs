import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from '../lib/say.mjs';
import budgets from './budgets.json' with { type: 'json' };
import { median } from './figure.mjs';

/** @typedef {import('playwright').BrowserContext} BrowserContext */
/** @typedef {import('../lib/serve.mjs').Site} Site */

const { runs, cpuSlowdown, readyMs } = budgets.offlineStart;
const READY = 'unblocked:ready';
const KEPT = 'Ready offline';
const LIMIT_MS = 120_000;

/** @param {import('playwright').LaunchOptions} launch @param {(context: BrowserContext) => Promise<void>} use @param {string} profile */
async function inBrowser(profile, launch, use) {
  const { chromium } = await import('playwright');
  const context = await chromium.launchPersistentContext(profile, {
    ...launch,
    viewport: { width: 1440, height: 900 },
  });
  try {
    await use(context);
  } finally {
    await context.close();
  }
}

/** @param {BrowserContext} context @param {string} url */
async function startCold(context, url) {
  const page = context.pages()[0] ?? (await context.newPage());
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.goto(url);
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, READY);
  return page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN, READY);
}

/**
 * Visits once, ends the browser and the server, and starts again without a network: a new browser each time, from the
 * call of the address to the moment when every button does what it says.
 *
 * @param {Site} site which it closes
 * @param {import('playwright').LaunchOptions} launch
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function offlineFigures(site, launch) {
  const profile = mkdtempSync(join(tmpdir(), 'unblocked-audit-'));
  /** @type {number[]} */
  const times = [];
  try {
    tell('Offline start: the visit that keeps the page');
    await inBrowser(profile, launch, async (context) => {
      const page = await context.newPage();
      await page.goto(site.url);
      await page.getByText(KEPT).waitFor({ timeout: LIMIT_MS });
    });
    await site.close();
    for (let i = 1; i <= runs; i += 1) {
      tell(`Offline start: ${i} of ${runs}`);
      await inBrowser(
        profile,
        launch,
        async (context) => void times.push(await startCold(context, site.url)),
      );
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  const note = `starts ${times.map(Math.round).join(', ')}`;
  const name = `offline, cold, CPU ÷ ${cpuSlowdown}: until the lab is ready`;
  return [{ name, value: median(times), budget: readyMs, bound: 'most', unit: ' ms', note }];
}
