import { formatMs } from '../../../../ui/format.ts';
import { logged } from '../../../trace/ask.ts';
import { answers } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

const NET = 'const net = { get: (path) => new Promise((done) => setTimeout(done, 100, path)) };';

export const card: Card = {
  name: 'gotcha:long-loop',
  rule: 'While one piece of code runs on the page’s [[thread]], nothing else does: no timer, no answer, no tap, no [[frame]].',
  more: 'blocking',
  code,
  knobs: [],
  net: () => ({ ms: 100, json: 'news' }),
  prediction: {
    kind: 'order',
    question: 'In which order do the three lines appear?',
    truthLabel: 'It was',
    items: answers('timer', 'news', 'loop done'),
    truth: logged,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => {
      trap(world);
    },
    after: ({ trace }) =>
      `Both were ready long before, and both had to wait for the loop. The whole took ${formatMs(Math.round(trace.totalMs))}, and for as long the page heard no tap.`,
    stepper: NET,
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        'One turn given away in the middle is enough for what was waiting. More turns, shorter waits; or the loop moves to a [[worker]].',
    },
  ],
};
