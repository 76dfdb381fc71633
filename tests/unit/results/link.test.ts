import { describe, expect, it } from 'vitest';
import { fitsQrCode, packExperiments, unpackExperiments } from '../../../src/results/share/link.ts';
import { pack } from '../../../src/ui/share/pack.ts';
import { comparisonRuns, experimentOf, phoneAt120 } from '../../support/results/experiments.ts';
import { runOf } from '../../support/results/runs.ts';

const ADDRESS = 'https://unblocked.example.org/#/results?report=';

describe('a report in a link', () => {
  it('comes back with the very same figures', async () => {
    const mine = [experimentOf(), phoneAt120()];
    expect(await unpackExperiments(await packExperiments(mine))).toEqual(mine);
  });

  it('comes back where runs lack figures, failed, or have tap figures', async () => {
    const taps = { count: 2, maxDelayMs: 4, medianDelayMs: 3, maxPaintMs: null, maxEventTimingMs: 24 };
    const runs = [
      runOf({ taps }),
      runOf({ frames: null, loopDelay: null, checksum: null, timeShares: { compute: 1 } }),
      runOf({ status: 'failed', error: 'A worker died.', wallMs: null }),
      runOf({ valid: false, invalidReason: 'The page was hidden.' }),
    ];
    const mine = experimentOf({ runs });
    expect(await unpackExperiments(await packExperiments([mine]))).toEqual([mine]);
  });

  it('leaves the frames’ times behind', async () => {
    const runs = comparisonRuns().map((run) => ({ ...run, frameTimesMs: [0, 16.7, 33.3] }));
    const [found] = await unpackExperiments(await packExperiments([experimentOf({ runs })]));
    expect(found?.runs.some((run) => 'frameTimesMs' in run)).toBe(false);
  });

  it('fits a QR code with three runs of each way', async () => {
    const word = await packExperiments([experimentOf()]);
    expect(fitsQrCode(ADDRESS + word)).toBe(true);
    const many = Array.from({ length: 8 }, (_, i) => experimentOf({ runs: comparisonRuns(1 + i * 0.137) }));
    expect(fitsQrCode(ADDRESS + (await packExperiments(many)))).toBe(false);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['a later version', '[2,[]]'],
    ['nothing', '[1,[]]'],
    ['half of it', '[1,[["0.1.0"]]]'],
    ['a number of runs that no link holds', '[1,[["0.1.0",[],["a",null],1e9,[]]]]'],
    ['values of the wrong kind', '[1,[["0.1.0",[1,2,3],["a",null],1,[[5],["<b>"],["x"]]]]]'],
  ])('is refused where it holds %s', async (_, text) => {
    await expect(unpackExperiments(await pack(text))).rejects.toMatchObject({ name: 'ReportRefused' });
  });

  it('is refused where it was cut off', async () => {
    const word = await packExperiments([experimentOf()]);
    await expect(unpackExperiments(word.slice(0, -20))).rejects.toMatchObject({ name: 'UnpackError' });
  });
});
