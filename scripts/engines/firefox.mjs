import { existsSync } from 'node:fs';
import { within } from '../lib/within.mjs';

/** @typedef {import('./journey.mjs').Driver} Driver */

/** Of one command, and of the end, in ms. */
const COMMAND_LIMIT = 90_000;
const CLOSE_LIMIT = 10_000;

const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Where Firefox is, or `null`. */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  return [...(named === undefined ? [] : [named]), ...PLACES].find((path) => existsSync(path)) ?? null;
}

/**
 * Starts Firefox, driven over WebDriver BiDi.
 *
 * @param {string} executablePath
 * @returns {Promise<Driver>}
 */
export async function startFirefox(executablePath) {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    protocolTimeout: COMMAND_LIMIT,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return {
    open: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    ask: (script) => page.evaluate(`(async () => { ${script} })()`),
    press: (xpath) => page.locator(`::-p-xpath(${xpath})`).click(),
    close: () =>
      within(CLOSE_LIMIT, () => browser.close()).catch(() => {
        browser.process()?.kill('SIGKILL');
      }),
  };
}
