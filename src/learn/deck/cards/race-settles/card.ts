import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:race-settles',
  rule: '`Promise.race` takes the first to [[settled|settle]], a failure too; `Promise.any` takes the first to succeed.',
  more: 'combinators',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'The near server fails, the far one answers later. What does it print?',
    truthLabel: 'It printed',
    options: answers('far answers', 'near is down', 'near is down, far answers'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () => 'A quick failure wins the race. The good answer came later, and nobody took it.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => '`any` passes over failures, and fails only if all do.',
      stepper: '',
    },
  ],
};
