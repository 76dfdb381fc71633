import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:leak',
  rule: 'What is opened without `await` is opened after the `finally` that should close it, and stays open.',
  more: 'forgotten-await',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'Is the connection closed at the end?',
    truthLabel: 'It printed',
    options: answers('work done, 0 left open', 'work done, 1 left open', '1 left open, work done'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      'When `finally` ran, there was nothing to close yet. The connection came 100 ms later, and nobody will ever close it.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => 'The work waits for the connection, and the clearing up comes after both.',
      stepper: '',
    },
  ],
};
