/** How far the page's meter was off. Pure. */

/** @typedef {import('./meter-scenarios.mjs').Sample} Sample */

/**
 * @typedef {object} Off
 * @property {number} frames dropped frames told minus true ones
 * @property {number} freezeMs longest freeze told minus the true one
 * @property {boolean} within two frames, or 5 %
 */

const MOST_FRAMES = 2;
const MOST_SHARE = 0.05;

/**
 * @param {Sample} sample
 * @returns {Off}
 */
export function offOf({ told, truth }) {
  const frames = told.dropped - truth.dropped;
  const freezeMs = told.longestMs - truth.longestMs;
  const framesLimit = Math.max(MOST_FRAMES, MOST_SHARE * truth.dropped);
  const freezeLimit = Math.max(MOST_FRAMES * told.intervalMs, MOST_SHARE * truth.longestMs);
  return { frames, freezeMs, within: Math.abs(frames) <= framesLimit && Math.abs(freezeMs) <= freezeLimit };
}

/**
 * @param {readonly number[]} values
 * @param {number} q
 */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? 0;
}

/**
 * The rule: half of the samples are off by one frame at most, 95 % by two frames or 5 %.
 *
 * @param {readonly Sample[]} samples
 */
export function verdictOf(samples) {
  const offs = samples.map(offOf);
  const frames = quantile(
    offs.map((off) => Math.abs(off.frames)),
    0.5,
  );
  const freezes = quantile(
    samples.map((each, i) => Math.abs(offs[i]?.freezeMs ?? 0) / each.told.intervalMs),
    0.5,
  );
  const onScreen = quantile(
    samples.flatMap((each) => offScreen(each).map((ms) => ms / each.told.intervalMs)),
    0.5,
  );
  const within = offs.filter((off) => off.within).length / Math.max(1, offs.length);
  return { frames, freezes, onScreen, within, holds: frames <= 1 && freezes <= 1 && within >= 0.95 };
}

/**
 * How far the freeze told was from the one on the screen, ms; nothing where the trace doesn't tell.
 *
 * @param {Sample} sample
 */
function offScreen({ told, truth }) {
  return truth.onScreenMs == null ? [] : [Math.abs(told.longestMs - truth.onScreenMs)];
}

const TITLES = [
  'scenario',
  'n',
  'dropped: true',
  'told',
  'error med',
  'p95',
  'worst',
  'freeze ms: true',
  'error ms med',
  'p95',
  'worst',
  'on screen ms: error med',
  'p95',
];

/**
 * A row a scenario, for people.
 *
 * @param {readonly Sample[]} samples
 */
export function errorTable(samples) {
  const names = [...new Set(samples.map(({ name }) => name))];
  const rows = names.map((name) =>
    rowOf(
      name,
      samples.filter((each) => each.name === name),
    ),
  );
  const all = [TITLES, ...rows, rowOf('all', samples)];
  const widths = TITLES.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/**
 * @param {string} name
 * @param {readonly Sample[]} samples
 */
function rowOf(name, samples) {
  const offs = samples.map(offOf);
  const frames = offs.map((off) => Math.abs(off.frames));
  const freezes = offs.map((off) => Math.abs(off.freezeMs));
  const seen = samples.flatMap(offScreen);
  const middle = (/** @type {(sample: Sample) => number} */ read) => quantile(samples.map(read), 0.5);
  return [
    name,
    String(samples.length),
    String(middle(({ truth }) => truth.dropped)),
    String(middle(({ told }) => told.dropped)),
    ...[0.5, 0.95, 1].map((q) => String(quantile(frames, q))),
    middle(({ truth }) => truth.longestMs).toFixed(1),
    ...[0.5, 0.95, 1].map((q) => quantile(freezes, q).toFixed(1)),
    ...[0.5, 0.95].map((q) => (seen.length === 0 ? '–' : quantile(seen, q).toFixed(1))),
  ];
}
