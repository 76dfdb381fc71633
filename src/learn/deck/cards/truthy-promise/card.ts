import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:truthy-promise',
  rule: 'A promise counts as true, whatever it holds: never put one into an `if` without `await`.',
  more: 'forgotten-await',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'It is closed. What does it print?',
    truthLabel: 'It printed',
    options: answers('closed', 'come in', 'come in, closed'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      'The `if` didn’t see `false`, it saw a [[pending]] promise. Every object counts as true. A door with this lock is always open.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => 'With `await` the `if` sees the answer.',
      stepper: '',
    },
  ],
};
