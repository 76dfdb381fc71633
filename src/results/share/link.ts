/**
 * Reports as a word for an address. Columns instead of rows, and a column of equal values once: what deflate can't
 * see, and short enough that a comparison of three runs each way still fits a QR code.
 */
import type { Environment } from '../../measure/environment.ts';
import { pack, unpack } from '../../ui/share/pack.ts';
import type { ExperimentRecord } from '../model/experiment.ts';
import { REPORT_SCHEMA, type RunRecord } from '../report.ts';
import { checkReport, ReportRefused } from './validate.ts';

/** The parameter of `#/results` that carries a report. */
export const LINK_PARAM = 'report';

const VERSION = 1;

/** Bytes of a QR code of version 25 at error correction L (ISO/IEC 18004, table 7): phones read it from a screen. */
const QR_BYTES = 1273;

export function fitsQrCode(address: string): boolean {
  return address.length <= QR_BYTES;
}

/** A run's values in their order. Later versions append; the frames' times stay out, they would fill the link. */
const PATHS = [
  ...['id', 'task', 'params', 'inputBytes', 'strategy', 'engine', 'workers', 'parts', 'status', 'error'],
  ...['valid', 'invalidReason', 'wallMs', 'computeMs', 'startupMs', 'transferMs', 'mainBlockedMs'],
  ...['frames.presented', 'frames.dropped', 'frames.longestMs', 'frames.p95Ms'],
  ...['frames.intervalMs', 'loopDelay.p50Ms', 'loopDelay.p99Ms', 'loopDelay.maxMs'],
  ...['taps', 'longFrames.count', 'longFrames.maxMs', 'longFrames.blockingMs'],
  ...['abortLatencyMs', 'checksum', 'bytesMoved?', 'bytesCopied?'],
  ...['timeShares.startup?', 'timeShares.handover?', 'timeShares.compute?', 'timeShares.wait?'],
  ...['timeShares.pauses?', 'timeShares.merge?'],
] as const;

const ENVIRONMENT = [
  ...['userAgent', 'hardwareConcurrency', 'deviceMemory', 'frameIntervalMs', 'refreshHz'],
  ...['crossOriginIsolated', 'wasmSimd', 'yield', 'clockStepMs', 'startedAt'],
] as const;

type Json = Record<string, unknown>;

/** The word that stands for these experiments. */
export function packExperiments(experiments: readonly ExperimentRecord[]): Promise<string> {
  return pack(JSON.stringify([VERSION, experiments.map(toColumns)]));
}

/** @throws UnpackError for a damaged link, ReportRefused for one that holds no report */
export async function unpackExperiments(word: string): Promise<ExperimentRecord[]> {
  const records = readLink(await unpack(word));
  // What a link brings is checked as a file is, before anything is computed from it.
  for (const { version, environment, device, runs } of records) {
    const app = { version };
    checkReport({ schema: REPORT_SCHEMA, app, environment, device, runs, summary: [] });
  }
  return records;
}

function toColumns({ version, environment, device, runs }: ExperimentRecord): unknown[] {
  const place = environment as unknown as Json;
  const columns = PATHS.map((path) => column(runs.map((run) => valueAt(run as unknown as Json, path))));
  return [version, ENVIRONMENT.map((key) => place[key]), [device.id, device.name], runs.length, columns];
}

/** All alike: the value alone, in a list of one. */
function column(values: readonly unknown[]): unknown[] {
  const texts = new Set(values.map((value) => JSON.stringify(value)));
  return texts.size === 1 ? values.slice(0, 1) : [...values];
}

function valueAt(run: Json, path: string): unknown {
  const [outer = '', inner] = path.replace('?', '').split('.');
  const value = run[outer] ?? null;
  return inner === undefined || value === null ? value : (value as Json)[inner];
}

function readLink(text: string): ExperimentRecord[] {
  try {
    const [version, experiments] = JSON.parse(text) as [number, unknown[][]];
    if (version !== VERSION) throw new ReportRefused('The link was made by a later version of Unblocked.');
    if (experiments.length === 0) throw new ReportRefused('The link holds no run.');
    // A value that is missing would be `undefined`, which no schema knows.
    return JSON.parse(JSON.stringify(experiments.map(fromColumns))) as ExperimentRecord[];
  } catch (error) {
    if (error instanceof ReportRefused) throw error;
    throw new ReportRefused('The link holds no report of Unblocked.', { cause: error });
  }
}

/** More than a link that people send can hold. */
const MOST_RUNS = 5000;

function fromColumns(packed: readonly unknown[]): ExperimentRecord {
  const [version, place, [id, name], count, columns] = packed as [
    string,
    unknown[],
    [string, string | null],
    number,
    unknown[][],
  ];
  if (!(count >= 1 && count <= MOST_RUNS)) throw new ReportRefused('The link holds no run.');
  // Not checked yet: the caller holds it against the schema.
  const environment = Object.fromEntries(
    ENVIRONMENT.map((key, i) => [key, place[i]]),
  ) as unknown as Environment;
  const runs = Array.from({ length: count }, (_, i) => runAt(columns, i)) as unknown as RunRecord[];
  return { id: runs[0]?.id ?? '', version, environment, device: { id, name }, runs };
}

function runAt(columns: readonly unknown[][], i: number): Json {
  const run: Json = {};
  for (const [at, path] of PATHS.entries()) {
    const values = columns[at] ?? [];
    const value = (values.length === 1 ? values[0] : values[i]) ?? null;
    put(run, path, value);
  }
  return { ...run, frames: withExpected(run['frames']) };
}

/** It is the sum of two others, so it isn't carried. */
function withExpected(frames: unknown): unknown {
  if (typeof frames !== 'object' || frames === null) return frames;
  const { presented, dropped } = frames as Json;
  return { expected: Number(presented) + Number(dropped), ...frames };
}

function put(run: Json, path: string, value: unknown): void {
  const optional = path.endsWith('?');
  const [outer = '', inner] = path.replace('?', '').split('.');
  if (optional && value === null) return;
  if (inner === undefined) run[outer] = value;
  else if (value === null) run[outer] ??= null;
  else run[outer] = { ...(run[outer] as Json | null | undefined), [inner]: value };
}
