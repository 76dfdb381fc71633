import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { curveWords } from '../../../src/results/model/curve-words.ts';
import { amdahl, curveOf, type Curve } from '../../../src/results/model/speedup-curve.ts';
import { buildReport, type RunRecord } from '../../../src/results/report.ts';
import { ENVIRONMENT, runOf } from '../../support/results/runs.ts';

/** Three runs of each count, a little apart, by what the count takes. */
function runsBy(wallOf: (workers: number) => number, counts: readonly number[], repeats = 3): RunRecord[] {
  return Array.from({ length: repeats }, (_, round) =>
    counts.map((workers) =>
      runOf({ strategy: 'pool', workers, wallMs: wallOf(workers) * (1 + 0.002 * round) }),
    ),
  ).flat();
}

const law = (share: number) => (workers: number) => 1000 / amdahl(share, workers);

function curve(runs: readonly RunRecord[]): Curve {
  const found = curveOf(runs);
  if (found === null) throw new Error('There is no curve.');
  return found;
}

describe('the speed-up curve', () => {
  it('finds the serial share of a job that follows Amdahl’s law', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(curve(runsBy(law(share), [1, 2, 3, 4, 8])).serialShare).toBeCloseTo(share, 6);
      }),
    );
  });

  it('is measured against one worker, with what each is worth', () => {
    const { points } = curve(runsBy((workers) => ({ 1: 1000, 2: 500, 4: 400 })[workers] ?? 0, [4, 1, 2]));
    expect(points.map(({ workers, n }) => [workers, n])).toEqual([
      [1, 3],
      [2, 3],
      [4, 3],
    ]);
    expect(points.map(({ speedup }) => speedup.median)).toEqual([1, 2, 2.5]);
    expect(points.map(({ efficiency }) => efficiency)).toEqual([1, 1, 0.625]);
    for (const { speedup } of points) {
      expect(speedup.low).toBeLessThanOrEqual(speedup.median);
      expect(speedup.high).toBeGreaterThanOrEqual(speedup.median);
    }
  });

  it('is as unsure as both times are; one worker against itself is not', () => {
    const [one, two] = curveOf(runsBy((workers) => 1000 / workers, [1, 2]))?.points ?? [];
    if (one === undefined || two === undefined) throw new Error('No curve.');
    expect(one.speedup).toEqual({ median: 1, low: 1, high: 1 });
    expect(two.speedup.low).toBe(one.wallMs.low / two.wallMs.high);
    expect(two.speedup.high).toBe(one.wallMs.high / two.wallMs.low);
  });

  it('stops paying where the cores end', () => {
    const four = runsBy((workers) => 1000 / Math.min(4, workers), [1, 2, 3, 4, 5, 6, 8]);
    expect(curve(four).payingWorkers).toBe(4);
    expect(curve(runsBy((workers) => 1000 / workers, [1, 2, 3, 4])).payingWorkers).toBe(4);
    expect(curve(runsBy(() => 1000, [1, 2, 3])).payingWorkers).toBe(1);
  });

  it('fits the law to the workers that have a core, not to those that wait for one', () => {
    const share = 0.2;
    const two = runsBy((workers) => law(share)(Math.min(2, workers)), [1, 2, 3, 4]);
    expect(curve(two)).toMatchObject({ payingWorkers: 2, serialShare: expect.closeTo(share, 6) as number });
  });

  it('names no further worker that is not clearly faster', () => {
    const wide = [1000, 1400, 700, 600, 800, 1000].map((wallMs, i) =>
      runOf({ strategy: 'pool', workers: i % 2 === 0 ? 1 : 2, wallMs }),
    );
    expect(curve(wide).payingWorkers).toBe(1);
  });

  it('is not drawn without one worker, of one count, or of runs that do not count', () => {
    expect(curveOf(runsBy(law(0.1), [2, 4]))).toBeNull();
    expect(curveOf(runsBy(law(0.1), [1]))).toBeNull();
    expect(curveOf([])).toBeNull();
    const spoilt = runsBy(law(0.1), [1, 2]).map((run) => ({ ...run, valid: run.workers === 1 }));
    expect(curveOf(spoilt)).toBeNull();
  });

  it('never mixes two jobs', () => {
    const other = runsBy(law(0.5), [1, 2, 4]).map((run) => ({ ...run, params: { sigma: 9 } }));
    expect(curve([...runsBy(law(0.1), [1, 2, 4]), ...other]).serialShare).toBeCloseTo(0.1, 6);
  });
});

describe('its summary', () => {
  it('has a row for each count, and none that averages over them', () => {
    const { summary } = buildReport({
      environment: ENVIRONMENT,
      runs: runsBy(law(0), [2, 1, 4]),
      version: '1',
    });
    expect(summary.map(({ workers, n }) => [workers, n])).toEqual([
      [1, 3],
      [2, 3],
      [4, 3],
    ]);
    const alone = buildReport({ environment: ENVIRONMENT, runs: runsBy(law(0), [4]), version: '1' });
    expect(alone.summary).toHaveLength(1);
    expect(alone.summary[0]).not.toHaveProperty('workers');
  });
});

describe('its words', () => {
  it('say where more workers stop paying, and why', () => {
    const found = curve(runsBy((workers) => 1000 / Math.min(4, workers), [1, 2, 3, 4, 5, 6]));
    const { headline, sentences } = curveWords(found, 4);
    expect(headline).toBe('On this device more than four workers did not pay.');
    expect(sentences[0]).toBe('Four workers were 4.00× as fast as one: each was worth 100 % of it.');
    expect(sentences).toContain('The browser reports four cores.');
  });

  it('name the serial share, and what it forbids', () => {
    const { headline, sentences } = curveWords(curve(runsBy(law(0.25), [1, 2, 3])), 8);
    expect(headline).toBe('On this device all three workers paid.');
    expect(sentences[1]).toMatch(/serial share is 25 %: .* more than about 4\.00× as fast\.$/);
    expect(curveWords(curve(runsBy(() => 1000, [1, 2])), 8)).toMatchObject({
      headline: 'On this device a second worker did not pay.',
      sentences: [expect.anything(), expect.stringContaining('don’t shorten this job')],
    });
  });

  it('doubt what was run fewer than three times', () => {
    const { sentences } = curveWords(curve(runsBy(law(0.1), [1, 2], 2)), 8);
    expect(sentences.at(-1)).toContain('too few to be sure');
  });
});
