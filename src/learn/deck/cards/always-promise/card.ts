import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:always-promise',
  rule: 'An `async` function always returns a [[promise]], even if nothing in it waits.',
  more: 'async-functions',
  code,
  knobs: [],
  axis: 'order',
  prediction: {
    kind: 'choice',
    question: 'What does it print?',
    truthLabel: 'It printed',
    options: answers('Please pay 4', 'Please pay undefined', 'Please pay [object Promise]'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => {
      trap(world);
    },
    after: () =>
      'The 4 is there already, but it is inside a promise, and a promise turned into text looks like this.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => '`await` takes the value out of the promise.',
      stepper: '',
    },
  ],
};
