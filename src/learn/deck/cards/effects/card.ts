import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:effects',
  rule: 'An effect function (React’s `useEffect`, Svelte’s `$effect`) must not be `async`: it would return a promise in place of its clean-up.',
  more: 'when-not',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'What does it print?',
    truthLabel: 'It printed',
    options: answers(
      'subscribed, unsubscribed, page left',
      'subscribed, page left',
      'subscribed, page left, unsubscribed',
    ),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      'The framework looked for a function and found a promise, so there was nothing to call. The page is left, and still subscribed.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        'The effect itself is synchronous and returns its clean-up. What waits stands inside, and asks whether anybody is still here.',
      stepper: '',
    },
  ],
};
