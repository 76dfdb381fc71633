/**
 * `npm run test:engines [-- firefox|webkit] [--install]`: one smoke journey in each, on the production build.
 * `--install` gets what is missing from the system's package manager, where it can; `--report FILE` keeps the tally.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findFirefox, startFirefox } from './engines/firefox.mjs';
import { HOW, installEngines } from './engines/install.mjs';
import { journey } from './engines/journey.mjs';
import { findWebKit, startWebKit } from './engines/webkit.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { freePort } from './lib/ports.mjs';
import { PlainError, messageOf, run } from './lib/say.mjs';
import { closingLine, flakyLines, sum } from './lib/tally.mjs';
import { within } from './lib/within.mjs';

/** @typedef {import('./engines/journey.mjs').Driver} Driver */
/** @typedef {import('./engines/journey.mjs').Expected} Expected */
/** @typedef {import('./lib/tally.mjs').Tally} Tally */
/** @typedef {{ name: string, start: () => Promise<Driver>, headers: boolean, expected: Expected }} Engine */

/** Of one step, in ms: an engine that hangs ends its journey, not the check. */
const STEP_LIMIT = 150_000;

/** @type {Tally[]} */
const tallies = [];

/** Why a browser could not be installed; `''`: that wasn't asked for, or went well. */
let problem = '';

/** @param {string} name */
function missing(name) {
  tallies.push({ passed: 0, failed: 0, skipped: 1 });
  console.log(`skipped ${name}: it is not installed (${problem || HOW})`);
  return [];
}

/** @returns {Engine[]} */
function firefox() {
  const path = findFirefox();
  if (path === null) return missing('Firefox');
  const start = () => startFirefox(path);
  return [
    { name: 'Firefox, isolated', start, headers: true, expected: { isolated: true, shared: true } },
    { name: 'Firefox, no headers', start, headers: false, expected: { isolated: false, shared: false } },
  ];
}

/** @returns {Engine[]} */
function webKit() {
  const programs = findWebKit();
  if (programs === null) return missing('WebKitGTK');
  return [true, false].map((shared) => ({
    name: `WebKitGTK, isolated, ${shared ? 'with' : 'without'} SharedArrayBuffer`,
    start: () => startWebKit(programs, shared),
    headers: true,
    expected: { isolated: true, shared },
  }));
}

const ENGINES = { firefox, webkit: webKit };

/** @param {boolean} headers */
async function serve(headers) {
  // Read by vite.config.ts, whose headers the server sends.
  process.env.UNBLOCKED_ISOLATION = headers ? 'yes' : 'no';
  const { serveBuild } = await import('./lib/serve.mjs');
  return serveBuild({ port: await freePort(0) });
}

/**
 * @param {string} name
 * @param {() => Promise<string | void>} step
 * @returns {Promise<boolean>} whether it went well
 */
async function take(name, step) {
  const start = performance.now();
  try {
    const note = (await within(STEP_LIMIT, step)) || '';
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`ok      ${name} (${seconds} s)${note && `; ${note}`}`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${name}: ${messageOf(error)}`);
    return false;
  }
}

/**
 * What comes after a step that failed would fail for the same reason, so the journey ends there.
 *
 * @param {Engine} engine
 * @returns {Promise<Tally>}
 */
async function travel({ name, start, headers, expected }) {
  const site = await serve(headers);
  /** @type {{ driver: Driver | null }} */
  const open = { driver: null };
  let passed = 0;
  try {
    const begun = await take(`${name}: starts`, async () => {
      open.driver = await start();
    });
    if (!begun || open.driver === null) return { passed, failed: 1, skipped: 0 };
    passed += 1;
    for (const step of journey(open.driver, site, expected)) {
      if (!(await take(`${name}: ${step.name}`, step.run))) return { passed, failed: 1, skipped: 0 };
      passed += 1;
    }
    return { passed, failed: 0, skipped: 0 };
  } finally {
    await open.driver?.close();
    await site.close();
  }
}

/**
 * With `CI` a journey that failed is tried once more, as end-to-end tests are, and named where only that went well.
 *
 * @param {Engine} engine
 * @returns {Promise<Tally>}
 */
async function travelTwiceAtMost(engine) {
  const first = await travel(engine);
  if (first.failed === 0 || !process.env.CI) return first;
  console.log(`once more: ${engine.name}`);
  const second = await travel(engine);
  return second.failed > 0 ? second : { ...second, flaky: [`the journey of ${engine.name}`] };
}

// Browsers run in groups of their own, which a key or a stopped check doesn't reach: they end with this process.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { install: { type: 'boolean', default: false }, report: { type: 'string' } },
  });
  if (positionals.some((name) => !(name in ENGINES))) {
    throw new PlainError(`Name one of ${Object.keys(ENGINES).join(', ')}, or none for all.`);
  }
  await ensureInstalled();
  await ensureBuilt();
  if (values.install) problem = await installEngines();
  const [wanted] = positionals;
  for (const [name, find] of Object.entries(ENGINES)) {
    if (wanted !== undefined && wanted !== name) continue;
    for (const engine of find()) tallies.push(await travelTwiceAtMost(engine));
  }
  const total = sum(tallies);
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(total));
  for (const line of flakyLines(total)) console.log(line);
  console.log(`\n${closingLine(total)}`);
  if (total.failed > 0) process.exitCode = 1;
});
