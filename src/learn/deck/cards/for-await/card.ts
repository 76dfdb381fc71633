import { formatMs } from '../../../../ui/format.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:for-await',
  rule: '`for await` takes one value at a time: the next is asked for only when the loop’s body is done.',
  more: 'async-iterators',
  code,
  knobs: [],
  prediction: {
    kind: 'number',
    question: 'Each page takes 100 ms to fetch and 100 to read. How long do three take?',
    truthLabel: 'It took',
    min: 100,
    max: 800,
    step: 10,
    unit: 'ms',
    start: 300,
    near: 60,
    truth: ({ trace }) => trace.totalMs,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: ({ trace }) =>
      `Nothing overlapped: three fetches and three readings, one after the other, ${formatMs(Math.round(trace.totalMs))}.`,
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: ({ trace }) =>
        `While one page is read, the next is fetched: ${formatMs(Math.round(trace.totalMs))}. With many pages, keep a limit on how many are read at once.`,
      stepper: '',
    },
  ],
};
