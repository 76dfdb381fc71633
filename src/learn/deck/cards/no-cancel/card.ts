import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

const NET = `const net = {
  get: (path, { signal }) =>
    new Promise((done, fail) => {
      const timer = setTimeout(done, 300, path);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        fail(signal.reason);
      });
    }),
};`;

export const card: Card = {
  name: 'gotcha:no-cancel',
  rule: 'A promise can’t be cancelled; the operation behind it can, if it listens to an [[AbortController]]’s signal.',
  more: 'cancellation',
  code,
  knobs: [],
  net: () => ({ ms: 300, json: 'report' }),
  prediction: {
    kind: 'choice',
    question: 'Too slow: it gives up after 100 ms. What does it print?',
    truthLabel: 'It printed',
    options: answers('gave up', 'report sent', 'gave up, report sent', 'report sent, gave up'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      'Giving up ended only the waiting. The report was sent all the same, after everybody thought that it wouldn’t be.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        'The signal reaches the request itself: it ends there and then, and nothing is sent later.',
      stepper: NET,
    },
  ],
};
