import { formatMs } from '../../../../ui/format.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

const NET = 'const net = { get: (path) => new Promise((done) => setTimeout(done, 200, path.slice(1))) };';

export const card: Card = {
  name: 'gotcha:awaits-in-a-row',
  rule: 'Several `await`s in a row add their waits up: start independent work first, then wait for all of it.',
  more: 'sequential-parallel',
  code,
  knobs: [],
  net: ({ path }) => ({ ms: 200, json: path.slice(1), lane: path }),
  prediction: {
    kind: 'number',
    question: 'Each answer takes 200 ms. After how long are both on the screen?',
    truthLabel: 'It took',
    min: 0,
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
      `${formatMs(Math.round(trace.totalMs))}: the second request left only when the first had been answered.`,
    stepper: NET,
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: ({ trace }) => `Both waits pass at the same time: ${formatMs(Math.round(trace.totalMs))}.`,
      stepper: NET,
    },
  ],
};
