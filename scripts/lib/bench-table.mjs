/** @typedef {import('../../src/results/report.ts').Report} Report */
/** @typedef {import('../../src/results/report.ts').RunRecord} RunRecord */
/** @typedef {import('../../src/results/report.ts').SummaryRow} SummaryRow */
/** @typedef {import('../../src/measure/statistics.ts').Spread} Spread */

/**
 * @typedef {object} Group the runs of one row
 * @property {readonly RunRecord[]} runs
 * @property {SummaryRow | undefined} summary absent where no run counts
 */

const NOT_AVAILABLE = 'n/a';

/** @param {number | null} ms */
function milliseconds(ms) {
  if (ms === null) return NOT_AVAILABLE;
  return ms < 100 ? ms.toFixed(1) : ms.toFixed(0);
}

/** @param {Spread | null | undefined} spread */
function spreadText(spread) {
  if (!spread) return NOT_AVAILABLE;
  return `${milliseconds(spread.median)} [${milliseconds(spread.low)}–${milliseconds(spread.high)}]`;
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? null;
  if (upper === null || !Number.isInteger(middle)) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * The runs that count: completed, and not spoilt by a hidden page.
 *
 * @param {readonly RunRecord[]} runs
 */
function counted(runs) {
  return runs.filter((run) => run.valid && run.status === 'completed');
}

/** @param {readonly (number | null)[]} values */
function available(values) {
  return values.filter((value) => value !== null);
}

/** @param {readonly RunRecord[]} runs */
function bestWall(runs) {
  const walls = available(counted(runs).map((run) => run.wallMs));
  return walls.length === 0 ? null : Math.min(...walls);
}

/**
 * @param {readonly RunRecord[]} runs
 * @param {number} abortAfter ms
 */
function abortText(runs, abortAfter) {
  const latencies = available(runs.map((run) => run.abortLatencyMs));
  if (latencies.length > 0) return milliseconds(median(latencies));
  // Blocking hears an abort only when its work is over, whether the run then still counts or not.
  const late = runs.some((run) => run.status !== 'failed' && (run.wallMs ?? 0) > abortAfter);
  return late ? 'not heard' : NOT_AVAILABLE;
}

/** @param {boolean | null | undefined} same */
function sameText(same) {
  if (same === undefined || same === null) return NOT_AVAILABLE;
  return same ? 'yes' : 'NO';
}

/**
 * Where the intervals overlap there is no winner, and the table says so.
 *
 * @param {SummaryRow | undefined} summary
 */
function speedupText(summary) {
  if (summary?.speedup == null) return NOT_AVAILABLE;
  const factor = summary.speedup.toFixed(2);
  return summary.againstBlocking === 'no clear difference' ? `${factor} (no clear difference)` : factor;
}

/** @type {readonly (readonly [title: string, cell: (group: Group) => string])[]} */
const COLUMNS = [
  ['task', ({ runs }) => runs[0]?.task ?? ''],
  ['strategy', ({ runs }) => runs[0]?.strategy ?? ''],
  ['engine', ({ runs }) => runs[0]?.engine ?? ''],
  ['n', ({ runs }) => String(counted(runs).length)],
  ['wall ms, median [95 %]', ({ summary }) => spreadText(summary?.wallMs)],
  ['best ms', ({ runs }) => milliseconds(bestWall(runs))],
  ['longest freeze ms', ({ summary }) => milliseconds(summary?.longestFreezeMs?.median ?? null)],
  ['dropped frames', ({ summary }) => String(summary?.droppedFrames?.median ?? NOT_AVAILABLE)],
  ['speed-up', ({ summary }) => speedupText(summary)],
  ['compute ms', ({ runs }) => milliseconds(median(available(counted(runs).map((run) => run.computeMs))))],
  ['valid', ({ runs }) => `${runs.filter((run) => run.valid).length}/${runs.length}`],
  ['same result', ({ summary }) => sameText(summary?.sameResult)],
];

const WORDS = new Set(['task', 'strategy', 'engine']);

/** @param {Pick<RunRecord, 'task' | 'strategy' | 'engine'>} run */
function keyOf(run) {
  return `${run.task} ${run.strategy} ${run.engine}`;
}

/**
 * @param {Pick<Report, 'runs' | 'summary'>} report
 * @returns {Group[]}
 */
function groupsOf(report) {
  const keys = [...new Set(report.runs.map(keyOf))];
  return keys.map((key) => ({
    runs: report.runs.filter((run) => keyOf(run) === key),
    summary: report.summary.find((row) => keyOf(row) === key),
  }));
}

/**
 * Words to the left, numbers to the right, two spaces between columns.
 *
 * @param {readonly (readonly string[])[]} rows the first one holds the titles
 */
function align(rows) {
  const titles = rows[0] ?? [];
  const widths = titles.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return WORDS.has(titles[column] ?? '') ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/**
 * The comparison for people: a row for each task, strategy and engine.
 *
 * @param {Pick<Report, 'runs' | 'summary'>} report
 * @param {{ abortAfter: number | null }} options with the latencies where an abort was asked for
 */
export function benchTable(report, { abortAfter }) {
  /** @type {typeof COLUMNS} */
  const columns =
    abortAfter === null ? COLUMNS : [...COLUMNS, ['abort ms', ({ runs }) => abortText(runs, abortAfter)]];
  const rows = groupsOf(report).map((group) => columns.map(([, cell]) => cell(group)));
  return align([columns.map(([title]) => title), ...rows]);
}

/**
 * Where it was measured, in one line.
 *
 * @param {Report['environment']} environment
 */
export function environmentLine(environment) {
  const { hardwareConcurrency: cores, refreshHz, crossOriginIsolated } = environment;
  const facts = [
    /(?:Edg|Chrome)\/[\d.]+/.exec(environment.userAgent)?.[0] ?? environment.userAgent,
    `${cores ?? NOT_AVAILABLE} reported cores`,
    `${refreshHz ?? NOT_AVAILABLE} Hz`,
    crossOriginIsolated ? 'isolated' : 'not isolated',
    `yield: ${environment.yield}`,
  ];
  return facts.join(' · ');
}

/**
 * One line for each run that failed or does not count.
 *
 * @param {Pick<Report, 'runs'>} report
 */
export function troubles(report) {
  return report.runs
    .filter((run) => run.status === 'failed' || !run.valid)
    .map((run) => `${keyOf(run)}: ${run.error ?? run.invalidReason ?? 'invalid'}`);
}
