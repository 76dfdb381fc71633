/**
 * `npm run audit [-- --only lighthouse|offline|controls] [--json FILE]`: the page's own speed against the budgets in
 * scripts/audit/budgets.json; exit code 1 where one is missed.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { PlainError, run } from './lib/say.mjs';

/** @typedef {import('./audit/figure.mjs').Figure} Figure */
/** @typedef {import('./lib/serve.mjs').Site} Site */
/** @typedef {import('playwright').LaunchOptions} LaunchOptions */

/**
 * The pages beside the lab, as the product's own bar names them.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} url
 */
async function pagesOf(browser, url) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(url);
  const links = page.getByRole('navigation', { name: 'Pages' }).locator('a');
  await links.first().waitFor({ state: 'attached' });
  const hashes = await links.evaluateAll((all) =>
    all.map((link) => /** @type {HTMLAnchorElement} */ (link).hash),
  );
  await page.close();
  return [...new Set(hashes)].filter((hash) => hash !== '#/');
}

/** @param {Site} site @param {LaunchOptions} launch @returns {Promise<Figure[]>} */
async function auditLoad(site, launch) {
  const { chromium } = await import('playwright');
  const { freePort } = await import('./lib/ports.mjs');
  const { firstVisit } = await import('./audit/first-visit.mjs');
  const { lighthouseFigures } = await import('./audit/lighthouse.mjs');
  const { default: budgets } = await import('./audit/budgets.json', { with: { type: 'json' } });
  const port = await freePort(0);
  const browser = await chromium.launch({
    ...launch,
    args: [...(launch.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const { bytes } = await firstVisit(context, site.url);
    await context.close();
    const pages = (await pagesOf(browser, site.url)).map((hash) => site.url + hash);
    const budget = budgets.firstVisit.javascriptBytes;
    return [
      { name: 'first visit: compressed JavaScript', value: bytes, budget, bound: 'most', unit: ' B' },
      ...(await lighthouseFigures(site.url, port, pages)),
    ];
  } finally {
    await browser.close();
  }
}

/** @param {Site} site @param {LaunchOptions} launch @returns {Promise<Figure[]>} */
async function auditControls(site, launch) {
  const { chromium } = await import('playwright');
  const { interactionFigures } = await import('./audit/interactions.mjs');
  const browser = await chromium.launch(launch);
  try {
    const pages = (await pagesOf(browser, site.url)).map((hash) => ({
      name: hash.slice(2),
      hash,
      on: /** @type {const} */ ('phone'),
    }));
    return await interactionFigures(browser, site.url, pages);
  } finally {
    await browser.close();
  }
}

/** @param {Site} site @param {LaunchOptions} launch */
async function auditOffline(site, launch) {
  const { offlineFigures } = await import('./audit/offline-start.mjs');
  return offlineFigures(site, launch);
}

/** In this order: the last one closes the site. */
const PARTS = { lighthouse: auditLoad, controls: auditControls, offline: auditOffline };

await run(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
  const { only } = values;
  if (only !== undefined && !(only in PARTS)) {
    throw new PlainError(`--only takes one of ${Object.keys(PARTS).join(', ')}.`);
  }
  await ensureInstalled();
  await ensureBuilt();
  const { findBrowser, launchOptions } = await import('./lib/browser.mjs');
  const { freePort } = await import('./lib/ports.mjs');
  const { serveBuild } = await import('./lib/serve.mjs');
  const { isWithin, tableOf } = await import('./audit/figure.mjs');
  const launch = launchOptions((await findBrowser()).path);
  const site = await serveBuild({ port: await freePort(0) });
  /** @type {Figure[]} */
  const figures = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (only === undefined || only === name) figures.push(...(await part(site, launch)));
  }
  await site.close();
  console.log(tableOf(figures));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  if (!figures.every(isWithin)) process.exitCode = 1;
});
