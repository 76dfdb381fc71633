import { formatMs } from '../../../../ui/format.ts';
import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

const NET = `const net = {
  get: (path, options) =>
    new Promise((done, fail) => {
      const signal = options?.signal;
      signal?.addEventListener('abort', () => fail(signal.reason));
    }),
};`;

export const card: Card = {
  name: 'gotcha:no-timeout',
  rule: '`fetch` has no timeout of its own: without an `AbortSignal` it may wait for ever.',
  more: 'cancellation',
  code,
  knobs: [],
  net: () => ({ ms: Infinity }),
  prediction: {
    kind: 'choice',
    question: 'The server never answers. What does it print within the second?',
    truthLabel: 'It printed',
    options: answers(
      'loading, gave up, one second later',
      'loading, one second later',
      'loading, loaded, one second later',
    ),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      'It neither loaded nor gave up: the promise is [[pending]], and so is everything behind that `await`. No standard sets a limit; some browsers and networks end it after minutes, some don’t.',
    stepper: NET,
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: ({ trace }) =>
        `After ${formatMs(Math.round(trace.totalMs))} the signal fired, the request ended, and there was an error to handle.`,
      stepper: NET,
    },
  ],
};
