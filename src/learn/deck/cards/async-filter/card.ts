import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:async-filter',
  rule: '`filter`, `find`, `some` and `every` don’t wait: an `async` test always counts as true.',
  more: 'loops',
  code,
  knobs: [],
  axis: 'order',
  prediction: {
    kind: 'choice',
    question: 'What does it print?',
    truthLabel: 'It printed',
    options: answers('2 4', '1 2 3 4', 'nothing at all'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => {
      trap(world);
    },
    after: () => 'Each test returned a promise, and a promise counts as true, so everything was kept.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => 'Ask first, wait for all the answers, and filter by them.',
      stepper: '',
    },
  ],
};
