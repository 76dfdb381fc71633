import { describe, expect, it } from 'vitest';
import { resultText } from '../../../src/lab/locked/send.ts';
import { expectation, feltSentence, headline, waysInWords } from '../../../src/lab/locked/words.ts';
import { forecasts } from '../../../src/lab/model/forecast.ts';
import { settings } from '../../../src/lab/model/settings.ts';
import { resultRows } from '../../../src/lab/result/figures.ts';
import type { RunView } from '../../../src/lab/run/run-view.ts';
import { summarise } from '../../../src/results/summary.ts';
import { optionsWith, picture, prepared } from '../../support/prepared.ts';
import { blockingView, chunkedView, doneStatus, poolView, withRecord } from '../../support/run-views.ts';

const RUNS = [blockingView(), chunkedView(), poolView()];
const rowsOf = (runs: readonly RunView[]) => resultRows(runs, summarise(runs.map(({ record }) => record)));
const factsOf = (runs: readonly RunView[]) => {
  const rows = rowsOf(runs);
  return {
    rows: rows.flatMap(({ summary }) => summary ?? []),
    views: rows.map(({ view }) => view),
    nature: 'divisible' as const,
    workers: 7,
  };
};

describe('the headline', () => {
  it('is about the device in the hand', () => {
    expect(headline(factsOf(RUNS), 'phone')).toBe('Your phone froze for 2.05 seconds with blocking.');
  });

  it('does not claim a freeze that nobody felt', () => {
    expect(headline(factsOf([poolView()]), 'phone')).toMatch(/^The pool took/);
    expect(headline(factsOf([blockingView(40)]), 'phone')).toContain('too short to feel');
  });
});

it('each row says what one felt', () => {
  const [blocking, chunked, pool] = rowsOf(RUNS).map(feltSentence);
  expect(blocking).toMatch(/^12\d frames lost, your tap waited 1\.31 s$/);
  expect(chunked).toMatch(/frames lost, your tap waited/);
  expect(pool).toBe('No frames lost, your tap waited 0.00 s, 4.1 times faster');
});

it('a run that does not count says why, and gives no figure', () => {
  const hidden = withRecord(poolView(), { valid: false, invalidReason: 'The page was hidden for a moment.' });
  expect(rowsOf([hidden]).map(feltSentence)).toEqual(['The page was hidden for a moment.']);
  const done = doneStatus([hidden]);
  if (done.status !== 'done') throw new Error('unreachable');
  expect(resultText(optionsWith({}), null, done)).toBe('Unblocked: Blur\nPool: not counted');
});

it('what to expect is forecast from this device', () => {
  const forecast = forecasts(2000, 4);
  const all = expectation('all', 'divisible', forecast, { totalMs: 10_000, runs: 1 });
  expect(all).toBe(
    'It takes about 10 seconds. For 2 seconds of it this page will freeze. That is the point.',
  );
  expect(expectation('pool', 'divisible', forecast, { totalMs: 10_000, runs: 1 })).toBe(
    'It takes about 0.5 seconds. The page should stay alive: try it.',
  );
  expect(expectation('blocking', 'divisible', forecasts(null, 4), { totalMs: null, runs: 1 })).toBe(
    'It takes a while. For some of it this page will freeze. That is the point.',
  );
});

it('a job that can’t be cut freezes the page in slices too, and the pool alone keeps it alive', () => {
  const forecast = forecasts(2000, 1);
  const told = (main: 'all' | 'chunked' | 'pool') =>
    expectation(main, 'indivisible', forecast, { totalMs: 10_000, runs: 1 });
  expect(told('all')).toContain('For 4 seconds of it this page will freeze.');
  expect(told('chunked')).toContain('this page will freeze');
  expect(told('pool')).toContain('stay alive');
  expect(waysInWords('chunked', 'indivisible')).toBe('chunked, though it can’t be cut');
});

it('every option is shown with its value', () => {
  const job = prepared('blur', picture(2464, 1632), 2000, { repeat: '5' });
  const shown = settings(optionsWith({ runs: 1, slice: 8, params: { sigma: '4' } }), job);
  expect(shown.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    ...['Task: Blur', 'Size: 4 megapixels', 'Sigma: 4 px', 'Times: 5', 'Workers: 7'],
    ...['Chunked: 8 ms slices', `Yield: ${optionsWith({}).yield}`, 'Engine: TypeScript', 'Rounds: 1'],
  ]);
});
