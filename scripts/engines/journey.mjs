/**
 * @typedef {object} Driver what a journey asks of a browser, whatever drives it
 * @property {(url: string) => Promise<void>} open
 * @property {() => Promise<void>} reload
 * @property {(script: string) => Promise<unknown>} ask runs the body of an async function in the page
 * @property {(xpath: string) => Promise<unknown>} press by a real click
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Expected
 * @property {boolean} isolated
 * @property {boolean} shared whether there is a `SharedArrayBuffer`
 */

/** @typedef {import('../lib/serve.mjs').Site} Site */
/** @typedef {{ name: string, run: () => Promise<string | void> }} Step `run` may resolve with what is odd but known */

/** Of one wait, in ms. */
const LIMIT = 120_000;
const EVERY = 100;

const BUTTON = (/** @type {string} */ name) =>
  `//button[@aria-label='${name}' or contains(normalize-space(.), '${name}')]`;
const STATUS = "return document.querySelector('main > [role=status]')?.textContent ?? '';";
const READY = "return performance.getEntriesByName('unblocked:ready').length > 0;";

/**
 * @param {unknown} got
 * @param {unknown} wanted
 * @param {string} what
 */
function same(got, wanted, what) {
  if (JSON.stringify(got) === JSON.stringify(wanted)) return;
  throw new Error(`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
}

/**
 * Asks again until the answer is right.
 *
 * @param {Driver} driver
 * @param {string} script
 * @param {(answer: unknown) => boolean} right
 * @param {string | { what: string, limit: number }} waited for what, and for how many ms at most
 */
async function until(driver, script, right, waited) {
  const { what, limit } = typeof waited === 'string' ? { what: waited, limit: LIMIT } : waited;
  const end = performance.now() + limit;
  for (;;) {
    const answer = await driver.ask(script);
    if (right(answer)) return;
    if (performance.now() > end) throw new Error(`${what}: still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}

/**
 * @param {Driver} driver
 * @param {RegExp} wanted
 */
function status(driver, wanted) {
  return until(driver, STATUS, (text) => wanted.test(String(text)), `The status should match ${wanted}`);
}

/**
 * @param {Driver} driver
 * @param {string} url
 */
async function load(driver, url) {
  await driver.open(`${url}#/?task=blur&size=1mp&runs=1&workers=2`);
  await until(driver, READY, (ready) => ready === true, 'The lab should be ready');
  same(await driver.ask('return document.title;'), 'Unblocked', 'The title');
}

/**
 * @param {Driver} driver
 * @param {Expected} expected
 */
async function isolation(driver, { isolated, shared }) {
  const seen = await driver.ask("return [crossOriginIsolated, typeof SharedArrayBuffer !== 'undefined'];");
  same(seen, [isolated, shared], 'Isolated, and with shared memory');
}

/** Where both balls are in forty frames: px from the left. */
const PLACES = `
  const [disc, ring] = ['disc', 'ring'].map((name) => document.querySelector('.carrier:not(.ghost) .' + name));
  const places = [];
  for (let i = 0; i < 40; i += 1) {
    await new Promise(requestAnimationFrame);
    places.push([disc, ring].map((ball) => Math.round(ball.getBoundingClientRect().left)));
  }
  return places;`;

/**
 * Both balls of the feel strip go the same way, by script and on the compositor.
 *
 * @param {Driver} driver
 */
async function balls(driver) {
  const together = (/** @type {unknown} */ answer) => {
    const places = /** @type {[number, number][]} */ (answer);
    const moved = [0, 1].every((ball) => new Set(places.map((place) => place[ball])).size > 10);
    return moved && places.every(([disc, ring]) => Math.abs(disc - ring) < 40);
  };
  await until(driver, PLACES, together, 'Both balls should move together');
}

/** @param {Driver} driver */
async function compare(driver) {
  await driver.press(BUTTON('Compare all'));
  await status(driver, /^(Done|Failed)/);
  const rows = await driver.ask(`
    const table = [...document.querySelectorAll('table')].find((each) => /longest freeze/i.test(each.textContent));
    return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent);`);
  const names = ['blocking', 'chunked', 'pool'];
  const text = /** @type {string[]} */ (rows).join('\n').toLowerCase();
  const found = names.filter((name) => text.includes(name));
  same(found, names, 'Rows of the comparison');
  const told = await driver.ask('return document.querySelector("main").textContent;');
  if (!/same result, byte for byte/i.test(String(told)))
    throw new Error('The results are not said to be equal.');
}

/**
 * @param {Driver} driver
 * @param {string} url
 */
async function cancel(driver, url) {
  await driver.open(`${url}#/?task=blur&size=4mp&repeat=16&sigma=8&runs=1&workers=2`);
  await driver.reload();
  await until(driver, READY, (ready) => ready === true, 'The lab should be ready');
  await driver.press(BUTTON('Run pool'));
  await status(driver, /^Pool, running/);
  await driver.press(BUTTON('Cancel'));
  await status(driver, /cancelled/i);
  // What comes next starts clean.
  await driver.open(`${url}#/?task=blur&size=1mp&runs=1&workers=2`);
  await until(driver, 'await globalThis.unblocked?.idle(); return true;', Boolean, 'The lab should be idle');
  await driver.press(BUTTON('Run chunked'));
  await status(driver, /^Done/);
}

/** What the page reads of the service worker that serves it. */
const STATE = `
  const worker = navigator.serviceWorker.controller ?? (await navigator.serviceWorker.getRegistration())?.active;
  return worker?.state ?? 'none';`;
const LOADS = 5;
const WAITED = { what: 'The service worker', limit: 15_000 };

/**
 * Waits until the service worker says that it is activated, in this load of the page or in one of the next. Comes before
 * anything else loads the page again, because of two faults of WebKitGTK 2.50.6, both seen without this app:
 *
 * A page that is loaded again between its `register()` and the worker's `install` may leave the registration "installing"
 * for good, and then neither `register()` nor `unregister()` is ever answered. Seen once in ten times with an isolated page
 * whose script registers a worker of 30 kB, loaded again as soon as `getRegistration()` finds something.
 *
 * A page that is loaded while its worker activates may read "activating" for as long as it lives, though
 * the worker answers it and serves it; the next load reads "activated". Seen without this app: a page with a script of
 * 250 ms, a worker whose `install` waits 600 ms and `activate` 20 ms, and reloads 400, 480 and 560 ms after
 * `register()`. Whether a load of this journey falls there depends on how long its runs take.
 *
 * @param {Driver} driver
 * @returns {Promise<string>} what was odd
 */
async function kept(driver) {
  for (let loads = 1; ; loads += 1) {
    try {
      await until(driver, STATE, (state) => state === 'activated', WAITED);
      return loads === 1 ? '' : `known: “activated” was read only by load ${loads}`;
    } catch (error) {
      if (loads === LOADS) throw error;
      await driver.reload();
    }
  }
}

/**
 * Loads the page again, which its service worker then serves, pulls the server off the network and loads it once more.
 *
 * @param {Driver} driver
 * @param {Site} site
 */
async function offline(driver, site) {
  await driver.open(`${site.url}#/?task=blur&size=1mp&runs=1&workers=2`);
  await driver.reload();
  await until(
    driver,
    'return navigator.serviceWorker.controller !== null;',
    Boolean,
    'It should serve the page',
  );
  // Without headers from the host the service worker has added them by now.
  same(await driver.ask('return crossOriginIsolated;'), true, 'Isolated after a reload');
  await site.close();
  await driver.reload();
  await until(driver, READY, (ready) => ready === true, 'The lab should be ready without a network');
  await driver.press(BUTTON('Run pool'));
  await status(driver, /^Done/);
}

/**
 * The smoke journey of one browser, step by step. The last one closes the site.
 *
 * @param {Driver} driver
 * @param {Site} site
 * @param {Expected} expected
 * @returns {Step[]}
 */
export function journey(driver, site, expected) {
  const { url } = site;
  return [
    { name: 'loads', run: () => load(driver, url) },
    { name: expected.isolated ? 'is isolated' : 'is not isolated', run: () => isolation(driver, expected) },
    { name: 'moves both balls', run: () => balls(driver) },
    { name: 'compares all three', run: () => compare(driver) },
    { name: 'has its service worker', run: () => kept(driver) },
    { name: 'cancels, and runs again', run: () => cancel(driver, url) },
    { name: 'works without a network', run: () => offline(driver, site) },
  ];
}
