import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:forgotten-await',
  rule: 'Without `await`, a `try` is left before the promise fails: nothing is caught, and nobody is told.',
  more: 'forgotten-await',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'The disk is full. What does it print?',
    truthLabel: 'It printed',
    options: answers('not saved', 'saved', 'saved, not saved'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: ({ lost }) =>
      `It says “saved” at once. The error came later (“${lost.join(', ')}”), when the \`try\` was long over.`,
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => 'Now the function stands still inside the `try`, and the error arrives there.',
      stepper: '',
    },
  ],
};
