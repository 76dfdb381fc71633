import { describe, expect, it } from 'vitest';
import { compareExperiments } from '../../../src/results/model/compare.ts';
import { deviceFacts, describeUserAgent } from '../../../src/results/model/device.ts';
import { ALL, filtered, tasksIn } from '../../../src/results/model/filter.ts';
import { buildReport } from '../../../src/results/report.ts';
import { comparisonRuns, experimentOf, PHONE_UA, phoneAt120 } from '../../support/results/experiments.ts';
import { ENVIRONMENT, framesOf, runOf } from '../../support/results/runs.ts';

const none = new Map<string, string>();

describe('experiments beside each other', () => {
  it('at 120 and 60 Hz: by milliseconds, not by frames', () => {
    const { rows, rates, sentences } = compareExperiments([experimentOf(), phoneAt120()], none);
    expect(rates).toEqual([60, 120]);
    expect(sentences.at(-1)).toMatch(/beat at 60 Hz and 120 Hz: .* compare the milliseconds/);
    const blocking = rows.filter(({ summary }) => summary.strategy === 'blocking');
    const [desk, phone] = blocking;
    // four times the frames, but only twice the time
    expect(phone?.summary.droppedFrames?.median).toBe(4 * (desk?.summary.droppedFrames?.median ?? 0));
    expect(phone?.lostMs).toBeCloseTo(2 * (desk?.lostMs ?? 0), 6);
  });

  it('within one experiment, where low power mode set in between two runs: by milliseconds too', () => {
    const at = (hz: number, dropped: number) => ({ ...framesOf(600, dropped), intervalMs: 1000 / hz });
    const runs = [60, 60, 30].map((hz) => runOf({ frames: at(hz, hz * 0.6) }));
    const { rates, rows, sentences } = compareExperiments([experimentOf({ runs })], none);
    expect(rates).toEqual([30, 60]);
    expect(sentences).toEqual([
      'This screen beat at 30 Hz and 60 Hz: a frame doesn’t last equally long in all runs, so compare the milliseconds.',
    ]);
    expect(rows[0]?.lostMs).toBeCloseTo(600, 6);
    // A run that doesn't count says nothing of its row.
    const spoilt = [...runs, runOf({ valid: false, invalidReason: 'Hidden.', frames: at(120, 9000) })];
    expect(compareExperiments([experimentOf({ runs: spoilt })], none).rows[0]?.lostMs).toBeCloseTo(600, 6);
  });

  it('names who is clearly faster, in the order of the strategies', () => {
    const { rows, sentences } = compareExperiments([phoneAt120(), experimentOf()], none);
    expect(rows.map(({ summary }) => summary.strategy)).toEqual(
      ['blocking', 'chunked', 'pool'].flatMap((strategy) => [strategy, strategy]),
    );
    expect(sentences[2]).toBe('Blur, pool: Desk is clearly faster, 534 ms against Phone with 1,014 ms.');
  });

  it('names no winner where the intervals overlap', () => {
    const { sentences } = compareExperiments(
      [experimentOf(), experimentOf({ device: phoneAt120().device })],
      none,
    );
    expect(sentences).toContain('Blur, pool: no clear difference between Desk and Phone.');
    expect(sentences.join(' ')).not.toContain('faster');
  });

  it('says nothing of who is faster from one run each', () => {
    const one = (wallMs: number) => experimentOf({ runs: [runOf({ wallMs })] });
    expect(compareExperiments([one(100), one(900)], none).sentences).toEqual([
      'Blur, blocking: fewer than three runs each are too few to say which is faster.',
    ]);
  });

  it('keeps different jobs apart, and says so', () => {
    const hash = experimentOf({ runs: comparisonRuns().map((run) => ({ ...run, task: 'hash' })) });
    const { sentences, rows } = compareExperiments([experimentOf(), hash], none);
    expect(sentences).toEqual([
      'These are different jobs: their times don’t compare; freezes and speed-ups do.',
    ]);
    expect(new Set(rows.map(({ job }) => job)).size).toBe(2);
  });

  it('tells two experiments of one device apart by their time', () => {
    const later = experimentOf({ environment: { ...ENVIRONMENT, startedAt: '2026-11-24T10:00:00.000Z' } });
    const { rows } = compareExperiments([experimentOf(), later], none);
    expect(new Set(rows.map(({ who }) => who)).size).toBe(2);
  });
});

describe('against blocking', () => {
  const againstOf = (walls: Readonly<Record<'blocking' | 'pool', readonly number[]>>) => {
    const runs = (['blocking', 'pool'] as const).flatMap((strategy) =>
      walls[strategy].map((wallMs) => runOf({ strategy, wallMs })),
    );
    const { summary } = buildReport({ environment: ENVIRONMENT, runs, version: '1' });
    return summary.map((row) => row.againstBlocking);
  };

  it('is by the intervals', () => {
    expect(againstOf({ blocking: [100, 110, 120], pool: [50, 55, 60] })).toEqual([null, 'faster']);
    expect(againstOf({ blocking: [100, 110, 120], pool: [150, 155, 160] })).toEqual([null, 'slower']);
    expect(againstOf({ blocking: [100, 110, 120], pool: [80, 105, 90] })).toEqual([
      null,
      'no clear difference',
    ]);
  });

  it('asks for more of few runs: three each lie apart by chance one time in ten', () => {
    const unclear = [null, 'no clear difference'];
    expect(againstOf({ blocking: [100, 110, 120], pool: [80, 88, 95] })).toEqual(unclear);
    expect(againstOf({ blocking: [100, 110, 120], pool: [80, 85, 90] })).toEqual([null, 'faster']);
    expect(againstOf({ blocking: [100, 110, 115, 120], pool: [80, 88, 90, 95] })).toEqual([null, 'faster']);
  });

  it('is not said of fewer than three runs', () => {
    expect(againstOf({ blocking: [100, 101], pool: [50, 55, 60] })).toEqual([null, null]);
  });

  it('keeps the first and the worst of what counts', () => {
    const runs = [
      runOf({ wallMs: 9, valid: false, invalidReason: 'Hidden.' }),
      ...[150, 100, 190].map((wallMs) => runOf({ wallMs })),
    ];
    const [row] = buildReport({ environment: ENVIRONMENT, runs, version: '1' }).summary;
    expect(row).toMatchObject({ first: { wallMs: 150 }, worst: { wallMs: 190 }, wallMs: { median: 150 } });
  });
});

describe('what is listed', () => {
  const odd = experimentOf({ runs: [runOf({ task: 'hash', valid: false, invalidReason: 'Hidden.' })] });
  const all = [experimentOf(), phoneAt120(), odd];

  it('is by task, device and kind', () => {
    expect(filtered(all, ALL)).toEqual(all);
    expect(filtered(all, { ...ALL, task: 'hash' })).toEqual([odd]);
    expect(filtered(all, { ...ALL, device: phoneAt120().device.id })).toEqual([all[1]]);
    expect(filtered(all, { ...ALL, kind: 'compared' })).toEqual(all.slice(0, 2));
    expect(filtered(all, { ...ALL, kind: 'not-counted' })).toEqual([odd]);
    expect(tasksIn(all)).toEqual(['blur', 'hash']);
  });
});

describe('what a browser tells of itself', () => {
  it('names a rate that varies as such', () => {
    expect(deviceFacts({ ...ENVIRONMENT, refreshHz: 95.8, refreshVaries: true })).toContain(
      'about 96 Hz, varying',
    );
    expect(deviceFacts(ENVIRONMENT)).toBe('8 reported cores, 60 Hz, isolated');
    expect(deviceFacts({ ...ENVIRONMENT, refreshHz: null })).toContain('not known');
  });

  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  it.each([
    [PHONE_UA, 'Chrome on Android'],
    [PHONE_UA.replace('10; K', '14; Pixel 7'), 'Chrome on Pixel 7'],
    [`${mac} Version/26.2 Safari/605.1.15`, 'Safari on Mac'],
    [
      `${mac.replace('Macintosh; Intel', 'iPhone; CPU')} Version/26.2 Mobile/15E148 Safari/604.1`,
      'Safari on iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox on Linux'],
    [`${PHONE_UA} Edg/156.0`, 'Edge on Android'],
    ['curl/8', 'A browser'],
  ])('%s', (userAgent, words) => {
    expect(describeUserAgent(userAgent)).toBe(words);
  });
});
