/**
 * @typedef {object} Figure one line of the audit
 * @property {string} name
 * @property {number} value
 * @property {number} budget
 * @property {'least' | 'most'} bound whether the budget is the least or the most that is allowed
 * @property {string} unit
 * @property {string} [note]
 */

/** @param {Figure} figure */
export function isWithin({ value, budget, bound }) {
  // A figure that isn't one is within nothing.
  return bound === 'least' ? value >= budget : value <= budget;
}

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** @param {Figure} figure */
function lineOf(figure) {
  const { name, value, budget, bound, unit, note } = figure;
  const number = (/** @type {number} */ n) => `${Math.round(n).toLocaleString('en-GB')}${unit}`;
  const verdict = isWithin(figure) ? 'ok    ' : 'FAILED';
  const allowed = `${bound === 'least' ? 'at least' : 'at most'} ${number(budget)}`;
  return `${verdict} ${name.padEnd(52)} ${number(value).padStart(10)}  ${allowed}${note ? `  (${note})` : ''}`;
}

/** @param {readonly Figure[]} figures */
export function tableOf(figures) {
  return figures.map(lineOf).join('\n');
}
