import { describe, expect, it } from 'vitest';
import { TrialBook } from '../../../src/lab/proof/trial-book.ts';
import {
  leadingBits,
  luckSentence,
  oddsSentence,
  paceFigure,
  thrownWords,
} from '../../../src/lab/proof/words.ts';
import { blocking } from '../../../src/strategies/blocking.ts';
import { findsOf } from '../../../src/tasks/proof-of-work/proof.ts';
import { jobOf, optionsOf } from '../../support/jobs.ts';

const search = () =>
  jobOf({
    task: 'proof-of-work',
    params: { difficulty: '12', find: '3' },
    shape: {},
    bytes: new Uint8Array(0),
    shared: false,
  });

/** The same where the output begins so many bytes from the start of the memory, as in WebAssembly's. */
const searchFrom = (outputStart: number) => {
  const job = search();
  return { ...job, output: new ArrayBuffer(outputStart + job.plan.outputBytes), outputStart };
};

describe('the book of a search', () => {
  it.each([0, 65_536])(
    'counts what one thread tried from 0 upwards, and nothing for nothing (from %i)',
    async (from) => {
      const job = searchFrom(from);
      const book = new TrialBook();
      const { result } = await blocking.run(
        job,
        optionsOf({
          onPart: (done) => {
            book.part(done, job);
          },
        }),
      );
      const nonces = findsOf(result).map(({ nonce }) => nonce);
      const { tried, thrown } = book.total();
      expect(book.trials.flatMap((trial) => trial.nonces).slice(0, 3)).toEqual(nonces);
      expect(tried).toBeGreaterThan(nonces.at(-1) ?? Infinity);
      expect(thrown).toBe(0);
      expect([...book.threads().keys()]).toEqual([0]);
    },
  );

  it('knows what was for nothing: stopped parts, and whole ones after the last that counts', () => {
    const job = search();
    const words = new Uint32Array(job.output).fill(0);
    const stride = 2 + 3;
    const put = (part: number, tried: number, found: readonly number[]): void => {
      words.set([tried, found.length, ...found], part * stride);
    };
    put(0, 1000, [7]);
    put(1, 1000, [1500, 1600]);
    put(2, 300, []);
    put(3, 1000, [3100]);
    const book = new TrialBook();
    const tell = (index: number, thread: number, dropped?: true): void => {
      const part = job.plan.parts[index];
      if (part === undefined) throw new Error('There is no such part.');
      const done = { part, thread, start: 0, end: 10 };
      book.part(dropped === undefined ? done : { ...done, dropped }, job);
    };
    tell(3, 2);
    expect(book.last).toBe(Infinity);
    tell(1, 1);
    tell(0, 2);
    tell(2, 1, true);
    expect(book.last).toBe(1);
    expect(book.total()).toEqual({ tried: 3300, thrown: 1300, ms: 40 });
    expect([...book.threads()]).toEqual([
      [1, { tried: 1300, thrown: 300, ms: 20 }],
      [2, { tried: 2000, thrown: 1000, ms: 20 }],
    ]);
  });
});

describe('its words', () => {
  it('tell the odds and the luck', () => {
    const one = { text: '', difficulty: 10, find: 1 };
    expect(oddsSentence(one)).toBe('One hash in 1,024 will do, so about so many must be tried.');
    expect(oddsSentence({ ...one, find: 4 })).toContain('four are looked for, so about 4,096 must be tried');
    expect(luckSentence([511], one)).toContain('It is nonce 511: 0.50 of the tries');
    expect(luckSentence([], one)).toMatch(/^No nonce among all/);
  });

  it('tell pace and waste', () => {
    expect(paceFigure(2_310_000, 1000)).toBe('2.31');
    expect(paceFigure(5, 0)).toBe('not available');
    expect(thrownWords(0, 10)).toBe('none');
    expect(thrownWords(5, 10)).toBe('5 (50 %)');
  });

  it('mark the zero bits that lead', () => {
    const hash = new Uint8Array(32).fill(255);
    expect(leadingBits(hash).zeros).toBe(0);
    hash.set([0, 0b00010000]);
    expect(leadingBits(hash)).toEqual({
      zeros: 11,
      groups: ['00000000', '00010000', '11111111', '11111111'],
    });
    expect(leadingBits(new Uint8Array(32)).zeros).toBe(32);
  });
});
