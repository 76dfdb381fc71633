import type { Environment } from '../measure/environment.ts';
import { experimentsOf, type ExperimentRecord } from './model/experiment.ts';
import type { Report, RunRecord } from './report.ts';

type Cell = string | number | boolean | null | undefined;

/** Columns in their order; what a run has not is an empty field. */
const COLUMNS: Readonly<Record<string, (run: RunRecord) => Cell>> = {
  id: (run) => run.id,
  task: (run) => run.task,
  params: (run) => JSON.stringify(run.params),
  inputBytes: (run) => run.inputBytes,
  strategy: (run) => run.strategy,
  engine: (run) => run.engine,
  workers: (run) => run.workers,
  parts: (run) => run.parts,
  status: (run) => run.status,
  error: (run) => run.error,
  valid: (run) => run.valid,
  invalidReason: (run) => run.invalidReason,
  wallMs: (run) => run.wallMs,
  computeMs: (run) => run.computeMs,
  startupMs: (run) => run.startupMs,
  transferMs: (run) => run.transferMs,
  mainBlockedMs: (run) => run.mainBlockedMs,
  framesExpected: (run) => run.frames?.expected,
  framesPresented: (run) => run.frames?.presented,
  framesDropped: (run) => run.frames?.dropped,
  longestFreezeMs: (run) => run.frames?.longestMs,
  frameP95Ms: (run) => run.frames?.p95Ms,
  frameIntervalMs: (run) => run.frames?.intervalMs,
  loopDelayP50Ms: (run) => run.loopDelay?.p50Ms,
  loopDelayP99Ms: (run) => run.loopDelay?.p99Ms,
  loopDelayMaxMs: (run) => run.loopDelay?.maxMs,
  taps: (run) => run.taps?.count,
  tapMaxDelayMs: (run) => run.taps?.maxDelayMs,
  tapMedianDelayMs: (run) => run.taps?.medianDelayMs,
  tapMaxPaintMs: (run) => run.taps?.maxPaintMs,
  longFrames: (run) => run.longFrames?.count,
  longFrameMaxMs: (run) => run.longFrames?.maxMs,
  longFrameBlockingMs: (run) => run.longFrames?.blockingMs,
  abortLatencyMs: (run) => run.abortLatencyMs,
  checksum: (run) => run.checksum,
  bytesMoved: (run) => run.bytesMoved,
  bytesCopied: (run) => run.bytesCopied,
  timeStartupMs: (run) => run.timeShares?.startup,
  timeHandoverMs: (run) => run.timeShares?.handover,
  timeComputeMs: (run) => run.timeShares?.compute,
  timeWaitMs: (run) => run.timeShares?.wait,
  timePausesMs: (run) => run.timeShares?.pauses,
  timeMergeMs: (run) => run.timeShares?.merge,
};

/** The same for all runs of an experiment. */
const PLACE_COLUMNS: Readonly<Record<string, (place: Place) => Cell>> = {
  experiment: ({ id }) => id,
  startedAt: ({ environment }) => environment.startedAt,
  device: ({ device }) => device.name,
  userAgent: ({ environment }) => environment.userAgent,
  refreshHz: ({ environment }) => environment.refreshHz,
  hardwareConcurrency: ({ environment }) => environment.hardwareConcurrency,
  crossOriginIsolated: ({ environment }) => environment.crossOriginIsolated,
};

type Place = Pick<ExperimentRecord, 'id' | 'device'> & { readonly environment: Environment };

/** The runs as CSV: a header, then one row a run. https://www.rfc-editor.org/rfc/rfc4180 */
export function reportToCsv(report: Report): string {
  const header = [...Object.keys(COLUMNS), ...Object.keys(PLACE_COLUMNS)];
  const rows = experimentsOf(report).flatMap((experiment) => {
    const place = Object.values(PLACE_COLUMNS).map((read) => read(experiment));
    return experiment.runs.map((run) => [...Object.values(COLUMNS).map((read) => read(run)), ...place]);
  });
  return [header, ...rows].map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

/**
 * RFC 4180, section 2, items 5 to 7: quotes around what has a comma, quote or line break; quotes doubled. A text that a
 * spreadsheet would take for a formula (a device's name may come with a link) gets an apostrophe in front.
 */
function field(cell: Cell): string {
  const plain = cell === null || cell === undefined ? '' : String(cell);
  const text = typeof cell === 'string' && /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
