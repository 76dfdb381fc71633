import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:no-data-race',
  rule: 'One [[thread]] has no data races: between two lines nobody interferes. Across an `await`, everybody may.',
  more: 'shared-memory',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'Three times one is added. What does it print?',
    truthLabel: 'It printed',
    options: answers('count is 3', 'count is 1', 'count is 0'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      '`count += await …` reads `count` first, while it is still 0, and waits with that 0 in hand. All three then write 0 + 1.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        'Now nothing waits between reading and writing. No lock is needed: until the next `await` this code has the thread to itself.',
      stepper: '',
    },
  ],
};
