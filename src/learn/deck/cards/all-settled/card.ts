import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:all-settled',
  rule: '`Promise.allSettled` never rejects: it suits work of which some may fail, if you look at each `status`.',
  more: 'combinators',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'One file is locked. What does it print?',
    truthLabel: 'It printed',
    options: answers('all saved', 'something failed', 'all saved, something failed'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () => '`b` was not saved, and the failure sits in the list of results that nobody looked at.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        'Each result says how it ended: a [[fulfilled]] one has a `value`, a [[rejected]] one a `reason`.',
      stepper: '',
    },
  ],
};
