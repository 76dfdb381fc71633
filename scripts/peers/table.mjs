/** @typedef {import('./groups.mjs').Group} Group */
/** @typedef {Readonly<Record<string, number>>} Figures of one run: `ms`, and what else was looked at */
/** @typedef {ReadonlyMap<string, readonly Figures[]>} Runs by contender */

/** @param {readonly number[]} values */
function sorted(values) {
  return [...values].sort((a, b) => a - b);
}

/** @param {readonly Figures[]} runs @param {string} figure */
function spreadOf(runs, figure) {
  const values = sorted(runs.map((run) => run[figure] ?? NaN));
  return { best: values[0] ?? NaN, median: values[values.length >> 1] ?? NaN, worst: values.at(-1) ?? NaN };
}

/** @param {number} ms */
function short(ms) {
  if (Number.isNaN(ms)) return 'n/a';
  return ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0);
}

/** @param {number} ratio */
const ratioText = (ratio) => (ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2));

/**
 * @typedef {object} Row
 * @property {string} ours
 * @property {string} peer
 * @property {number} best ours ÷ theirs, the best run of each
 * @property {number} median the same of the medians
 * @property {number | null} goal
 */

/** @param {Group} group @param {Runs} runs @returns {Row[]} */
export function rowsOf(group, runs) {
  return group.comparisons.flatMap(({ ours, against }) =>
    against.map(({ peer, goal }) => {
      const [us, them] = [ours, peer].map((name) => spreadOf(runs.get(name) ?? [], 'ms'));
      const best = (us?.best ?? NaN) / (them?.best ?? NaN);
      const median = (us?.median ?? NaN) / (them?.median ?? NaN);
      return { ours, peer, best, median, goal: goal ?? null };
    }),
  );
}

/** @param {string[][]} cells */
function aligned(cells) {
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  const rule = widths.map((width) => '-'.repeat(width));
  const [head = [], ...body] = cells;
  return [head, rule, ...body]
    .map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

/** What each contender took, and what else was looked at. @param {Runs} runs */
function timesTable(runs) {
  const names = [...runs.keys()];
  const figures = [...new Set(names.flatMap((name) => Object.keys(runs.get(name)?.[0] ?? {})))];
  const head = [
    'contender',
    ...figures.map(
      (figure) => `${figure}: ${figure === 'ms' ? 'best, median, worst' : 'least, median, most'}`,
    ),
  ];
  const lines = names.map((name) => [
    name,
    ...figures.map((figure) => {
      const { best, median, worst } = spreadOf(runs.get(name) ?? [], figure);
      return [best, median, worst].map(short).join(', ');
    }),
  ]);
  return aligned([head, ...lines]);
}

/** Best runs are what the code can do, medians what one gets: a goal is met where both meet it. @param {Row} row */
function verdict({ best, median, goal }) {
  if (goal === null) return '';
  const [byBest, byMedian] = [best <= goal, median <= goal];
  if (byBest === byMedian) return `≤ ${goal}: ${byBest ? 'met' : 'missed'}`;
  return `≤ ${goal}: met by the ${byBest ? 'best runs' : 'medians'} only`;
}

/** @param {Row[]} rows */
function ratioTable(rows) {
  const head = ['ours', 'against', 'best ÷ best', 'medians', 'goal'];
  const lines = rows.map((row) => [
    row.ours,
    row.peer,
    ratioText(row.best),
    ratioText(row.median),
    verdict(row),
  ]);
  return aligned([head, ...lines]);
}

/** One group as text: what each took, and the ratios. @param {Group} group @param {Runs} runs */
export function groupText(group, runs) {
  const says = (group.says ?? []).map((line) => `- ${line}`).join('\n');
  const parts = [`### ${group.title}`, says, timesTable(runs), ratioTable(rowsOf(group, runs))];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
