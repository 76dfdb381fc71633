import { expect, it } from 'vitest';
import { PaceLog } from '../../../src/lab/model/pace.ts';
import { slowedSentence } from '../../../src/lab/view/words.ts';
import type { RunRecord } from '../../../src/results/report.ts';
import { blockingView, poolView, withRecord } from '../../support/run-views.ts';

const MINUTE = 60_000;
const record = (wallMs: number, change: Partial<RunRecord> = {}): RunRecord =>
  withRecord(blockingView(wallMs), change).record;

it('a run much slower than its twin a minute ago is flagged', () => {
  const log = new PaceLog();
  expect(log.add([record(2000)], 0)).toBeNull();
  expect(log.add([record(2200)], MINUTE / 2)).toBeNull();
  const slowed = log.add([record(4000)], MINUTE);
  expect(slowed).toEqual({ strategy: 'blocking', factor: 2, agoMs: MINUTE });
});

it('one that stays slow is flagged again: the quickest twin is what it can do', () => {
  const log = new PaceLog();
  log.add([record(2000)], 0);
  expect(log.add([record(4000)], MINUTE)).not.toBeNull();
  expect(log.add([record(4000)], 2 * MINUTE)).not.toBeNull();
});

it('within one experiment the rounds are twins; the slowest is named', () => {
  const runs = [record(2000), poolView(500).record, record(3200), poolView(1500).record];
  expect(new PaceLog().add(runs, 0)).toMatchObject({ strategy: 'pool', factor: 3 });
});

it('other work, another number of workers, a long time ago, or a hidden page: no twin', () => {
  const others = [record(2000, { params: { sigma: 2 } }), record(2000, { inputBytes: 5 })];
  const more = [record(2000, { strategy: 'pool', workers: 4 }), record(2000, { valid: false })];
  for (const other of [...others, ...more, record(2000, { status: 'aborted' })]) {
    const log = new PaceLog();
    log.add([other], 0);
    expect(log.add([record(9000)], MINUTE)).toBeNull();
  }
  const log = new PaceLog();
  log.add([record(2000)], 0);
  expect(log.add([record(9000)], MINUTE, 'other slices')).toBeNull();
  expect(log.add([record(9000)], 10 * MINUTE)).toBeNull();
});

it('short runs vary: a few milliseconds are no reason', () => {
  const log = new PaceLog();
  log.add([record(20)], 0);
  expect(log.add([record(60)], MINUTE)).toBeNull();
});

it('it is told in a sentence with a way out', () => {
  const text = slowedSentence({ strategy: 'pool', factor: 1.84, agoMs: MINUTE });
  expect(text).toMatch(/^The same run took 1\.8 times as long as a minute ago\./);
  expect(slowedSentence({ strategy: 'pool', factor: 2, agoMs: 2.2 * MINUTE })).toContain('as 2 minutes ago');
});
