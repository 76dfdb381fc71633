import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from '../lib/say.mjs';
import budgets from './budgets.json' with { type: 'json' };
import { median } from './figure.mjs';

/** @typedef {import('playwright').BrowserContext} BrowserContext */
/** @typedef {import('../lib/serve.mjs').Site} Site */

const { runs, cpuSlowdown, usableMs } = budgets.offlineStart;
/** Every control is there and answers: what is pressed begins as soon as its input is there. */
const USABLE = 'unblocked:usable';
/** The sample is drawn, at the size that suits this device. */
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
  return page.evaluate(
    (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN),
    [USABLE, READY],
  );
}

/**
 * Visits once, ends the browser and the server, and starts again without a network: a new browser each time, from the
 * call of the address to the moment when every button answers; and, as a note, until the sample is drawn.
 *
 * @param {Site} site which it closes
 * @param {import('playwright').LaunchOptions} launch
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function offlineFigures(site, launch) {
  const profile = mkdtempSync(join(tmpdir(), 'unblocked-audit-'));
  /** @type {number[][]} */
  const starts = [];
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
        async (context) => void starts.push(await startCold(context, site.url)),
      );
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  const [usable = [], ready = []] = [0, 1].map((i) => starts.map((times) => Math.round(times[i] ?? NaN)));
  const note = `starts ${usable.join(', ')}; the sample is drawn after ${ready.join(', ')}`;
  const name = `offline, cold, CPU ÷ ${cpuSlowdown}: until the lab can be used`;
  return [{ name, value: median(usable), budget: usableMs, bound: 'most', unit: ' ms', note }];
}
