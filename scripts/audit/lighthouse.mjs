import lighthouse from 'lighthouse';
import { PlainError, tell } from '../lib/say.mjs';
import budgets from './budgets.json' with { type: 'json' };
import { median } from './figure.mjs';

/** @typedef {import('./figure.mjs').Figure} Figure */
/** @typedef {import('lighthouse').Result} Result */

const BUDGET = budgets.lighthouse;

/**
 * One visit as Lighthouse's mobile preset makes it: a fresh browser's, with a slow phone and network simulated.
 *
 * @param {string} url
 * @param {number} port of the browser's debugger
 * @param {string[]} [categories] all unless named
 * @returns {Promise<Result>}
 */
async function visit(url, port, categories) {
  const flags = {
    port,
    logLevel: /** @type {const} */ ('error'),
    ...(categories && { onlyCategories: categories }),
  };
  const result = await lighthouse(url, flags);
  if (result === undefined) throw new PlainError(`Lighthouse gave no result for ${url}.`);
  const { lhr } = result;
  if (lhr.runtimeError !== undefined) throw new PlainError(`Lighthouse: ${lhr.runtimeError.message}`);
  return lhr;
}

/** @param {Result} result @param {string} category in percent */
function scoreOf(result, category) {
  return Math.round((result.categories[category]?.score ?? NaN) * 100);
}

/**
 * What took points off, by the names of Lighthouse's audits.
 *
 * @param {Result} result
 * @param {string} category
 */
function lostIn(result, category) {
  const refs = result.categories[category]?.auditRefs ?? [];
  return refs
    .filter(({ id, weight }) => weight > 0 && (result.audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${id} ${result.audits[id]?.displayValue ?? ''}`.trim())
    .join(', ');
}

/** @param {readonly Result[]} results @param {string} page @returns {Figure[]} */
function scores(results, page) {
  const [first] = results;
  if (first === undefined) return [];
  const wanted = Object.entries(BUDGET.scores).filter(([category]) => category in first.categories);
  return wanted.map(([category, budget]) => {
    const note = [...new Set(results.map((result) => lostIn(result, category)))].join(' ').trim();
    const value = median(results.map((result) => scoreOf(result, category)));
    return {
      name: `${page}: ${category}`,
      value,
      budget,
      bound: 'least',
      unit: '',
      ...(note !== '' && { note }),
    };
  });
}

/** @param {readonly Result[]} results @param {string} audit @param {string} name @param {number} budget @returns {Figure} */
function timing(results, audit, name, budget) {
  const all = results.map((result) => result.audits[audit]?.numericValue ?? NaN);
  const note = `runs ${all.map(Math.round).join(', ')}`;
  return { name, value: median(all), budget, bound: 'most', unit: ' ms', note };
}

/**
 * The lab several times, in the median; every other page once, for what doesn't depend on time.
 *
 * @param {string} url of the lab
 * @param {number} port
 * @param {readonly string[]} pages addresses of the others
 * @returns {Promise<Figure[]>}
 */
export async function lighthouseFigures(url, port, pages) {
  /** @type {Result[]} */
  const lab = [];
  for (let i = 1; i <= BUDGET.runs; i += 1) {
    tell(`Lighthouse: the lab, ${i} of ${BUDGET.runs}`);
    lab.push(await visit(url, port));
  }
  const figures = [
    ...scores(lab, 'lab'),
    timing(lab, 'largest-contentful-paint', 'lab: largest contentful paint', BUDGET.largestContentfulPaintMs),
    timing(lab, 'total-blocking-time', 'lab: total blocking time', BUDGET.totalBlockingTimeMs),
  ];
  for (const page of pages) {
    tell(`Lighthouse: ${page}`);
    const others = Object.keys(BUDGET.scores).filter((category) => category !== 'performance');
    figures.push(...scores([await visit(page, port, others)], page.split('#/').at(-1) ?? page));
  }
  return figures;
}
