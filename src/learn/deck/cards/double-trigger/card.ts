import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:double-trigger',
  rule: 'An action can be triggered again while it is under way: remember that it is, before the first `await`.',
  more: 'race-condition',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'Somebody impatient presses twice. How many teas?',
    truthLabel: 'It printed',
    options: answers('teas: 0', 'teas: 1', 'teas: 2'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      'While the first order waited for its answer, the page was free to take the second. Neither knew of the other.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        'The flag is set before anything waits, and taken back in `finally`, so that a failure doesn’t lock the key for ever. Disable the key as well, so that people see it.',
      stepper: '',
    },
  ],
};
