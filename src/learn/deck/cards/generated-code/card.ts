import { formatMs } from '../../../../ui/format.ts';
import { mostAtOnce } from '../../../trace/ask.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

const NET = `const net = {
  get: (path) => {
    const word = path.split('?')[0].slice(1);
    const answer = word === 'user' ? 'ada' : word;
    return new Promise((done) => setTimeout(done, 100, answer));
  },
};`;

export const card: Card = {
  name: 'gotcha:generated-code',
  rule: 'Generated code likes to `await` line by line: ask of each whether the next line needs its answer.',
  more: 'sequential-parallel',
  code,
  knobs: [],
  net: ({ path }) => {
    const word = path.split('?')[0]?.slice(1) ?? path;
    return { ms: 100, json: word === 'user' ? 'ada' : word, lane: `/${word}` };
  },
  prediction: {
    kind: 'number',
    question: 'How many of the four requests are on their way at once, at most?',
    truthLabel: 'It was',
    min: 1,
    max: 4,
    step: 1,
    unit: 'at once',
    start: 2,
    near: 0,
    truth: ({ trace }) => mostAtOnce(trace, 'network'),
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: ({ trace }) =>
      `Never more than ${String(mostAtOnce(trace, 'network'))}, in ${formatMs(Math.round(trace.totalMs))}. It reads well, it is correct, and no test complains. Only the cart needs the user; news and offers need nobody.`,
    stepper: NET,
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: ({ trace }) =>
        `Now ${String(mostAtOnce(trace, 'network'))} at once, ${formatMs(Math.round(trace.totalMs))}: as long as the one chain that really depends.`,
      stepper: NET,
    },
  ],
};
