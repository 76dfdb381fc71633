/** `npm run screenshot`: the picture in the README, taken from the running product. */
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/process.mjs';
import { run, tell } from './lib/say.mjs';

/** A comparison takes about half a minute. */
const LIMIT_MS = 180_000;
/** The strips are uncovered from left to right after a run. */
const WIPED_MS = 1500;

await run(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const { chromium } = await import('playwright');
  const { findBrowser, launchOptions } = await import('./lib/browser.mjs');
  const { freePort } = await import('./lib/ports.mjs');
  const { serveBuild } = await import('./lib/serve.mjs');
  const { openLab } = await import('./lib/bench-page.mjs');
  const site = await serveBuild({ port: await freePort(4173) });
  const { path } = await findBrowser();
  const browser = await chromium.launch(launchOptions(path));
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await openLab(context, site.url, 'blur', {
      size: '12mp',
      repeat: '2',
      workers: '2',
    });
    await page.getByRole('button', { name: 'Compare all' }).click();
    await page.getByRole('table', { name: 'Comparison' }).waitFor({ timeout: LIMIT_MS });
    await page.waitForTimeout(WIPED_MS);
    const file = join(ROOT, 'docs', 'lab.png');
    await page.screenshot({ path: file });
    tell(file);
  } finally {
    await browser.close();
    await site.close();
  }
});
