import { describe, expect, it } from 'vitest';
import { invalidSentence, verdict, type Facts } from '../../../src/lab/model/verdict.ts';
import { resultRows } from '../../../src/lab/result/figures.ts';
import type { RunView } from '../../../src/lab/run/run-view.ts';
import { summarise } from '../../../src/results/summary.ts';
import { blockingView, chunkedView, comparison, poolView, withRecord } from '../../support/run-views.ts';

function factsOf(runs: readonly RunView[], change: Partial<Facts> = {}): Facts {
  const rows = summarise(runs.map((view) => view.record));
  const views = resultRows(runs, rows).map((row) => row.view);
  return { rows, views, nature: 'divisible', workers: 7, ...change };
}

const heading = (runs: readonly RunView[]): string => verdict(factsOf(runs)).sentences.join(' ');

function withFreeze(view: RunView, longestMs: number, dropped: number): RunView {
  const { frames } = view.record;
  return withRecord(view, { frames: frames === null ? null : { ...frames, longestMs, dropped } });
}

describe('what happened', () => {
  it('is that blocking froze the page and the pool did not', () => {
    expect(verdict(factsOf(comparison()))).toEqual({
      sentences: [
        'Blocking froze this page for 2.05 seconds.',
        'The pool did the same work in 0.50 and never missed a frame.',
      ],
      short: ['Blocking froze this page for 2.05 seconds.', 'The pool took 0.50 and never missed a frame.'],
      why: 'Seven workers computed; the page only handed out the parts and put them together, 37 ms in all.',
    });
  });

  it('names the unit where the sentence before does not', () => {
    expect(heading([blockingView(640), poolView(180)])).toContain('in 180 ms and');
    expect(heading([poolView(1200)])).toBe('The pool took 1.20 seconds and never missed a frame.');
  });

  it('counts what the pool missed', () => {
    expect(heading([blockingView(), withFreeze(poolView(), 50, 3)])).toContain('and missed three frames.');
  });

  it('doesn’t call the pool faster when it is not', () => {
    expect(heading([blockingView(2000), poolView(2100)])).toContain(
      'The pool took about as long but never missed a frame.',
    );
    expect(heading([blockingView(2000), poolView(2600)])).toContain(
      'The pool took longer, 2.60, but never missed a frame.',
    );
  });

  it('names no winner where the intervals overlap', () => {
    const runs = [2000, 2300, 2600].flatMap((ms, i) => [blockingView(ms), poolView(2400 - 290 * i)]);
    expect(heading(runs)).toContain('The pool made no clear difference in time but never missed a frame.');
    expect(verdict(factsOf(runs)).why).toContain('differ among themselves');
    const apart = [2000, 2300, 2600].flatMap((ms, i) => [blockingView(ms), poolView(900 - 90 * i)]);
    expect(heading(apart)).toContain('The pool did the same work in 0.81');
  });

  it('tells of one strategy alone', () => {
    expect(heading([blockingView()])).toBe('Blocking froze this page for 2.05 seconds.');
    expect(heading([chunkedView()])).toMatch(/^Chunked took 2\.13 seconds and missed \d+ frames\.$/);
    expect(heading([blockingView(), chunkedView()])).toContain('Chunked took about as long');
  });

  it('doesn’t speak of slices where one call can’t be cut', () => {
    const one = factsOf([blockingView(), chunkedView(2050), poolView(2060)], { nature: 'indivisible' });
    expect(verdict(one).why).toContain('chunked holds the page as blocking does');
    expect(verdict(factsOf([chunkedView()], { nature: 'indivisible' })).why).not.toContain('slices');
  });

  it('sees no difference where there is none', () => {
    const runs = [blockingView(60), chunkedView(62), poolView(63)].map((view) => withFreeze(view, 60, 2));
    expect(verdict(factsOf(runs))).toMatchObject({
      sentences: ['No clear difference.', 'All three ended within 3 ms of each other.'],
      why: 'So short a job does not need a worker. Try a larger one.',
    });
  });

  it('says when the freeze was too short to feel', () => {
    expect(heading([withFreeze(blockingView(60), 67, 3), poolView(40)])).toMatch(
      /^Blocking held .* too short/,
    );
  });

  it('speaks of time alone where frames could not be timed', () => {
    const runs = comparison().map((view) => withRecord(view, { frames: null }));
    expect(heading(runs)).toBe('Blocking took 2.04 seconds. The pool did the same work in 0.50.');
  });

  it('says so when no run counts', () => {
    const hidden = { valid: false, invalidReason: 'The page was hidden.' };
    expect(heading([withRecord(blockingView(), hidden)])).toBe('No run counts this time.');
    expect(heading([])).toBe('No run counts this time.');
  });
});

describe('why it happened', () => {
  const why = (runs: readonly RunView[], change: Partial<Facts> = {}) => verdict(factsOf(runs, change)).why;

  it('is that one stream can’t be shared out', () => {
    expect(why(comparison(), { nature: 'resumable' })).toContain('a second worker can’t help');
  });

  it('is that one worker shares no work', () => {
    expect(why([blockingView(), poolView(2050, null, 1)], { workers: 1 })).toMatch(
      /^One worker computed: that frees the page but shares no work; the page only/,
    );
  });

  it('doesn’t praise workers that did not pay', () => {
    expect(why([blockingView(500), poolView(900)])).toContain('did not pay here');
  });

  it('is the page’s thread where no worker was used', () => {
    expect(why([blockingView()])).toContain('only thread was taken');
    expect(why([chunkedView()])).toContain('short slices');
  });
});

describe('runs that don’t count', () => {
  const hidden = { valid: false, invalidReason: 'The page was hidden.' };

  it('are counted in words, each reason once', () => {
    const views = [blockingView(), withRecord(poolView(), hidden), withRecord(chunkedView(), hidden)];
    expect(invalidSentence(views)).toBe('Two runs are not counted. The page was hidden.');
    expect(invalidSentence(views.slice(0, 2))).toBe('One run is not counted. The page was hidden.');
  });

  it('are not mentioned where there are none', () => {
    expect(invalidSentence(comparison())).toBeNull();
  });
});
