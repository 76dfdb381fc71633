import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { TapSummary } from '../../../src/measure/taps.ts';
import { buildReport } from '../../../src/results/report.ts';
import { ENVIRONMENT, runOf } from '../../support/results/runs.ts';

const file = new URL('../../../static/schema/unblocked-report-1.schema.json', import.meta.url);
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);

const TAPS: TapSummary = {
  count: 1,
  maxDelayMs: 4,
  medianDelayMs: 4,
  maxPaintMs: null,
  maxEventTimingMs: null,
};

const RUNS = [
  runOf(),
  runOf({ strategy: 'chunked', taps: TAPS, longFrames: { count: 1, maxMs: 60, blockingMs: 10 } }),
  runOf({ strategy: 'pool', engine: 'wasm', workers: 4, frames: null, loopDelay: null }),
  runOf({ status: 'aborted', wallMs: null, checksum: null, abortLatencyMs: 3.7 }),
  runOf({ status: 'failed', error: 'A worker died.', wallMs: null, checksum: null }),
  runOf({ valid: false, invalidReason: 'The page was hidden.' }),
];

type Json = Record<string | number, unknown>;

/** A good report as it comes out of a file, with `change` made in one place. */
function report(path: readonly (string | number)[] = [], change?: (at: Json) => void): unknown {
  const built = buildReport({ environment: ENVIRONMENT, runs: RUNS, version: '1.2.3' });
  const json = JSON.parse(JSON.stringify(built)) as Json;
  change?.(path.reduce<Json>((at, key) => at[key] as Json, json));
  return json;
}

describe('the schema of a report', () => {
  it('accepts what buildReport builds', () => {
    const ok = validate(report());
    expect(validate.errors ?? []).toEqual([]);
    expect(ok).toBe(true);
    expect(validate(buildReport({ environment: ENVIRONMENT, runs: [], version: '1' }))).toBe(true);
  });

  it('accepts an environment that has next to nothing', () => {
    const bare = { hardwareConcurrency: null, frameIntervalMs: null, refreshHz: null, clockStepMs: null };
    expect(validate(report(['environment'], (at) => Object.assign(at, bare)))).toBe(true);
  });

  it.each([[[]], [['environment']], [['runs', 0]], [['runs', 0, 'frames']], [['summary', 0]]])(
    'accepts keys that a later version adds at %j',
    (path) => {
      expect(validate(report(path, (at) => (at['addedLater'] = 1)))).toBe(true);
    },
  );

  it.each([
    ...Object.keys(buildReport({ environment: ENVIRONMENT, runs: [], version: '1' })).map((key) => [key, []]),
    ...Object.keys(ENVIRONMENT).map((key) => [key, ['environment']]),
    ...Object.keys(runOf()).map((key) => [key, ['runs', 0]]),
    ...['expected', 'presented', 'dropped', 'longestMs', 'p95Ms', 'intervalMs'].map((key) => [
      key,
      ['runs', 0, 'frames'],
    ]),
    ...['task', 'strategy', 'engine', 'n', 'wallMs', 'speedup', 'sameResult'].map((key) => [
      key,
      ['summary', 0],
    ]),
  ] as [string, (string | number)[]][])('refuses a report without %s at %j', (key, path) => {
    const broken = report(path, (at) => {
      Reflect.deleteProperty(at, key);
    });
    expect(validate(broken)).toBe(false);
  });

  it.each([
    ['another schema', [], { schema: 'unblocked-report/2' }],
    ['runs that are no list', [], { runs: {} }],
    ['a date in words', ['environment'], { startedAt: 'yesterday' }],
    ['no cores', ['environment'], { hardwareConcurrency: 0 }],
    ['an unknown strategy', ['runs', 0], { strategy: 'magic' }],
    ['an unknown status', ['runs', 0], { status: 'running' }],
    ['a negative time', ['runs', 0], { wallMs: -1 }],
    ['a time in words', ['runs', 0], { wallMs: '2 s' }],
    ['a completed run without a time', ['runs', 0], { wallMs: null }],
    ['a completed run with an error', ['runs', 0], { error: 'It broke.' }],
    ['a failed run without a reason', ['runs', 4], { error: null }],
    ['a valid run with a reason against it', ['runs', 0], { invalidReason: 'Hidden.' }],
    ['an invalid run without a reason', ['runs', 5], { invalidReason: null }],
    ['half a frame', ['runs', 0, 'frames'], { dropped: 0.5 }],
    ['no interval', ['runs', 0, 'frames'], { intervalMs: 0 }],
    ['a checksum that is no hex', ['runs', 0], { checksum: 'Ünicode' }],
    ['an interval with a strange key', ['summary', 0, 'wallMs'], { mean: 3 }],
    ['a row of no runs', ['summary', 0], { n: 0 }],
  ] as [string, (string | number)[], Json][])('refuses %s', (_, path, change) => {
    expect(validate(report(path, (at) => Object.assign(at, change)))).toBe(false);
  });
});
