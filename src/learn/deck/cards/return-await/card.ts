import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:return-await',
  rule: 'Inside `try`, write `return await`: a plain `return` lets the promise out before it can fail.',
  more: 'async-functions',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'Who catches the error?',
    truthLabel: 'It printed',
    options: answers('caught inside', 'caught outside', 'caught inside, caught outside'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      '`careful` handed the promise on while it was still [[pending]] and left its `try`. When it failed, only the caller was there.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => 'One word more, and the function is still inside its `try` when the promise fails.',
      stepper: '',
    },
  ],
};
