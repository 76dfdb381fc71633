import { describe, expect, it } from 'vitest';
import type { RunView } from '../../../src/lab/run/run-view.ts';
import type { PictureInput } from '../../../src/lab/model/input.ts';
import { cancelledOf, cancelledRows, nextTry } from '../../../src/lab/result/cancelled.ts';
import { resultRows } from '../../../src/lab/result/figures.ts';
import { fewerWorkers } from '../../../src/lab/result/failed.ts';
import { pictureLabel, savedName } from '../../../src/lab/result/picture-file.ts';
import {
  contextSentence,
  differSentence,
  longFramesSentence,
  methodSentence,
  ratesSentence,
  shortChecksum,
  tapsNote,
  tapsSentence,
  unitSentence,
  workersSentence,
} from '../../../src/lab/result/words.ts';
import {
  blockingView,
  cancelledView,
  CHECKSUM,
  chunkedView,
  comparison,
  ENVIRONMENT,
  poolView,
  withRecord,
} from '../../support/run-views.ts';

const picture = { kind: 'picture', name: 'Viaduct', width: 4032, height: 3024 } as PictureInput;
const files = { kind: 'files', sample: false, totalBytes: 4_613_734, source: { kind: 'none' } } as const;

describe('what was run', () => {
  it('is told with its input and the screen', () => {
    expect(contextSentence('blur', picture, ENVIRONMENT)).toBe('Blur, Viaduct, 12.2 megapixels, 60 Hz.');
    const two = {
      ...files,
      files: [
        { name: 'a', size: 1 },
        { name: 'b', size: 2 },
      ],
    };
    expect(contextSentence('hash', two, ENVIRONMENT)).toBe('Hash files, 2 files, 4.6 MB, 60 Hz.');
    const one = { ...files, files: [{ name: 'disk.img', size: 1 }] };
    expect(contextSentence('hash', one, ENVIRONMENT)).toContain('disk.img');
  });

  it('doesn’t invent a rate where none is known', () => {
    const unknown = { ...ENVIRONMENT, refreshHz: null };
    expect(contextSentence('mandelbrot', { kind: 'none' }, unknown)).toBe('Mandelbrot.');
  });

  it('says how it was measured', () => {
    expect(methodSentence(comparison())).toBe('Median of 3, order rotated.');
    expect(unitSentence(comparison())).toBe('Milliseconds. Median of 3 runs, order rotated.');
    expect(methodSentence([blockingView(), poolView()])).toBe('One run each.');
    expect(methodSentence([poolView()])).toBe('One run.');
  });

  it('tells on a narrow screen how long taps waited, and nothing where nobody tapped', () => {
    const taps = {
      ...{ count: 2, maxDelayMs: 1995.3, medianDelayMs: 3 },
      ...{ maxPaintMs: 2011, maxEventTimingMs: null },
    };
    const rows = (view: RunView) => resultRows([view, poolView()], []);
    expect(tapsSentence(rows(withRecord(blockingView(), { taps })))).toBe(
      'A tap waited: blocking 1,995 ms (longest of 2, shown after 2,011), pool 4 ms.',
    );
    const none = [blockingView(), poolView()].map((view) => withRecord(view, { taps: null }));
    expect(tapsSentence(resultRows(none, []))).toBeNull();
  });

  it('says so where the rate of the screen changed between two runs', () => {
    expect(ratesSentence(comparison(), ENVIRONMENT)).toBe('');
    const slow = poolView();
    const frames = slow.record.frames === null ? null : { ...slow.record.frames, intervalMs: 1000 / 30 };
    expect(ratesSentence([...comparison(), withRecord(slow, { frames })], ENVIRONMENT)).toBe(
      ' The screen beat at 30 Hz and 60 Hz: compare the milliseconds, not the frames.',
    );
  });

  it('shortens a checksum, but not a short one', () => {
    expect(shortChecksum(CHECKSUM)).toBe('9f3c 51d0 … e1a7');
    expect(shortChecksum('c0ffee')).toBe('c0ffee');
  });

  it('names who gave other bytes', () => {
    const odd = ['chunked', 'pool'] as const;
    expect(differSentence({ state: 'differ', checksum: 'a', odd })).toMatch(/^Chunked and pool each gave/);
    expect(differSentence({ state: 'differ', checksum: 'a', odd: ['pool'] })).toMatch(/^Pool gave/);
  });

  it('explains the lanes', () => {
    expect(workersSentence(poolView(), 'picture', 'dynamic')).toBe(
      '7 workers, 35 parts. Each bar is one part of the picture; a free worker takes the next.',
    );
    expect(workersSentence(poolView(497, null, 1), 'picture', 'dynamic')).toMatch(/^1 worker, 35 parts\./);
    expect(workersSentence(poolView(), 'picture', 'static')).toContain('before the start');
  });

  it('says what waiting at barriers cost, and what was for nothing', () => {
    const view = poolView();
    const { cost } = view;
    if (cost === null) throw new Error('A completed run has a cost.');
    const all = view.wallMs * 7;
    const waited = workersSentence({ ...view, cost: { ...cost, barrierMs: all / 10 } }, 'sort', 'dynamic');
    expect(waited).toMatch(/At the barriers, .+, 10 % of the workers’ time\.$/);
    const stopped = { ...view, cost: { ...cost, droppedMs: 4.5 } };
    expect(workersSentence(stopped, 'search', 'dynamic')).toMatch(/^7 workers, 35 of 35 parts begun\./);
    expect(workersSentence(stopped, 'search', 'dynamic')).toContain('work for nothing (hatched) took 4.5 ms');
  });
});

describe('a cancelled run', () => {
  const heard = { requestedMs: 731, heardMs: 736, stoppedMs: 740, doneFraction: 0.354 };

  it('says how soon it stopped', () => {
    const told = cancelledOf(cancelledView(chunkedView(), heard));
    expect(told.heading).toBe('Stopped 9 ms after your tap.');
    expect(told.sentence).toBe('35 % was done; none of it is kept. The next run starts clean.');
    expect(told.marks).toEqual([{ atMs: 740, label: 'stopped at 0.74 s' }]);
  });

  it('never says that all was done of what was stopped', () => {
    const told = cancelledOf(cancelledView(poolView(), { ...heard, doneFraction: 0.999 }));
    expect(told.sentence).toMatch(/^99 %/);
    expect(cancelledOf(cancelledView(poolView(), { ...heard, doneFraction: 0 })).sentence).toMatch(
      /^No part/,
    );
  });

  it('shows how long the tap waited for blocking', () => {
    const late = { requestedMs: 735, heardMs: 2047, stoppedMs: 2038, doneFraction: 1 };
    const view = cancelledView(blockingView(), late);
    const told = cancelledOf(view);
    expect(told).toMatchObject({ kind: 'unheard', heading: 'Blocking could not hear you.', waitMs: 1312 });
    expect(told.marks.map((mark) => mark.label)).toEqual(['your tap', 'heard']);
    expect(told.untilMs).toBeGreaterThanOrEqual(2047);
    expect(
      cancelledRows(view)
        .map((row) => row.value)
        .slice(1),
    ).toEqual(['all of it', 'thrown away']);
  });

  it('doesn’t blame blocking when the tap came after its end', () => {
    const after = { requestedMs: 2050, heardMs: 2051, stoppedMs: 2038, doneFraction: 1 };
    const told = cancelledOf(cancelledView(blockingView(2038), after));
    expect(told.kind).toBe('late');
    expect(told.sentence).toContain('12 ms before your tap');
  });

  it('is calm when nothing had begun', () => {
    expect(cancelledOf(null)).toMatchObject({ kind: 'early', marks: [], waitMs: null });
  });

  it('suggests what can hear', () => {
    expect(nextTry('blocking')).toBe('chunked');
    expect(nextTry('pool')).toBeNull();
  });
});

it('suggests fewer workers only where workers were lost', () => {
  expect(fewerWorkers('The pool gave up', 7)).toBe(2);
  expect(fewerWorkers('A worker stopped', 2)).toBe(1);
  expect(fewerWorkers('The pool gave up', 1)).toBeNull();
  expect(fewerWorkers('Out of memory', 7)).toBeNull();
});

it.each([
  ['IMG_2814.jpg', 'image/png', 'IMG_2814-blur.png'],
  ['holiday/a.b.heic', 'image/jpeg', 'a.b-blur.jpg'],
  ['Viaduct', 'image/webp', 'Viaduct-blur.webp'],
  ['.jpg', 'image/png', 'picture-blur.png'],
] as const)('names what is saved: %s as %s', (source, type, name) => {
  expect(savedName(source, 'blur', type)).toBe(name);
});

it('tells a screen reader what is shown', () => {
  expect(pictureLabel('Viaduct', 'blur')).toBe('Viaduct, blurred');
  expect(pictureLabel('Viaduct', 'denoise')).toBe('Viaduct, denoised');
});

describe('below the table', () => {
  it('taps are told with what the person saw of them', () => {
    expect(tapsNote({ count: 1, longestMs: 4, shownMs: null })).toBe('');
    expect(tapsNote({ count: 3, longestMs: 4, shownMs: 24.2 })).toBe('longest of 3, shown after 24');
  });

  it('long frames are told with how much of them was too long, or that the browser doesn’t tell', () => {
    const rows = resultRows(comparison(), []);
    expect(longFramesSentence(rows)).toBe('Long frames: not available in this browser.');
    const told = rows.map((row, i) => ({
      ...row,
      view: withRecord(row.view, { longFrames: { count: i === 0 ? 1 : 0, maxMs: 2050, blockingMs: 1990.4 } }),
    }));
    expect(longFramesSentence(told)).toBe(
      'Long frames, over 50 ms: blocking 1 (1,990 ms of them too long), chunked none, pool none.',
    );
  });
});
