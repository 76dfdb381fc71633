import { findBrowser, launchOptions } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { freePort } from './lib/ports.mjs';
import { PlainError, run, tell } from './lib/say.mjs';

/** @typedef {import('./lib/bench-args.mjs').BenchOptions} BenchOptions */
/** @typedef {import('../src/results/report.ts').Report} Report */

// Everything beyond Node's own modules is loaded once it is sure to be installed.
await run(async () => {
  await ensureInstalled();
  const options = await readOptions();
  const report = await measure(options);
  await show(report, options);
});

/** @returns {Promise<BenchOptions>} */
async function readOptions() {
  const { parseBenchArgs } = await import('./lib/bench-args.mjs');
  const { appModule, checkWritable, readable } = await import('./lib/bench-output.mjs');
  /** @type {typeof import('../src/tasks/ids.ts')} */
  const { TASK_IDS, STRATEGY_IDS } = await appModule('tasks/ids.ts');
  const options = parseBenchArgs(process.argv.slice(2), { tasks: TASK_IDS, strategies: STRATEGY_IDS });
  checkWritable(options.json);
  checkWritable(options.csv);
  return { ...options, files: options.files.map(readable) };
}

/** @param {string | null} name */
async function deviceOf(name) {
  if (name === null) return {};
  const { devices } = await import('playwright');
  const device = devices[name];
  if (!device) throw new PlainError(`Unknown device '${name}': see Playwright's list, such as 'Pixel 7'.`);
  // It is always Chromium that runs here, whatever the device's own browser is.
  const { defaultBrowserType: _, ...options } = device;
  return options;
}

/**
 * @param {BenchOptions} options
 * @returns {Promise<Report>}
 */
async function measure(options) {
  const device = await deviceOf(options.device);
  const { path } = await findBrowser();
  await ensureBuilt();
  // Read by vite.config.ts, whose headers the server sends.
  process.env.UNBLOCKED_ISOLATION = options.isolated ? 'yes' : 'no';
  const { serveBuild } = await import('./lib/serve.mjs');
  const { chromium } = await import('playwright');
  const site = await serveBuild({ port: await freePort(0) });
  const browser = await chromium.launch({ ...launchOptions(path), headless: true });
  try {
    return await experiments(
      await browser.newContext({ ...device, serviceWorkers: 'block' }),
      site.url,
      options,
    );
  } finally {
    await browser.close();
    await site.close();
  }
}

/**
 * One experiment for each task and engine, each on a fresh page.
 *
 * @param {import('playwright').BrowserContext} context
 * @param {string} url
 * @param {BenchOptions} options
 */
async function experiments(context, url, options) {
  const { configOf, experiment, giveFiles, jobsOf, openLab, tasksOf } = await import('./lib/bench-page.mjs');
  const { merge } = await import('./lib/bench-output.mjs');
  const first = await openLab(context, url, options.tasks[0] ?? '');
  const jobs = jobsOf(options, await tasksOf(first));
  await first.close();
  const reports = [];
  for (const job of jobs) {
    const page = await openLab(context, url, job.task);
    if (options.files.length > 0) await giveFiles(page, options.files);
    reports.push(await experiment(page, configOf(options, job), tell));
    await page.close();
  }
  return merge(reports);
}

/**
 * @param {Report} report
 * @param {BenchOptions} options
 */
async function show(report, options) {
  const { benchTable, environmentLine, troubles } = await import('./lib/bench-table.mjs');
  const { appModule, save } = await import('./lib/bench-output.mjs');
  const table = `${environmentLine(report.environment)}\n\n${benchTable(report, options)}`;
  const json = JSON.stringify(report, null, 2);
  // With `--json -`, standard output holds JSON and nothing else.
  if (options.json === '-') tell(table);
  else console.log(table);
  if (options.json === '-') console.log(json);
  else if (options.json !== null) save(options.json, `${json}\n`);
  if (options.csv !== null) {
    /** @type {typeof import('../src/results/report-csv.ts')} */
    const { reportToCsv } = await appModule('results/report-csv.ts');
    save(options.csv, reportToCsv(report));
  }
  for (const trouble of troubles(report)) tell(trouble);
  const wrong = report.summary.some((row) => row.sameResult === false);
  if (wrong || report.runs.some((each) => each.status === 'failed')) process.exitCode = 1;
}
