import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:all-rejects',
  rule: '`Promise.all` rejects with the first failure; the others go on, and nobody waits for them.',
  more: 'combinators',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'B fails. What does it print?',
    truthLabel: 'It printed',
    options: answers(
      'B is stuck',
      'A is open, B is stuck',
      'A is open, B is stuck, C is open',
      'A is open, C is open, B is stuck',
    ),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      'The `catch` runs as soon as B fails. C knows nothing of it, and opens after everybody has stopped looking.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        '`allSettled` waits for every one, and says of each how it ended. To stop the others instead, hand them an [[AbortController]]’s signal.',
      stepper: '',
    },
  ],
};
