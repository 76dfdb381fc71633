import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:map-promises',
  rule: '`map` with an `async` function gives a list of promises, at once: `Promise.all` makes values of them.',
  more: 'loops',
  code,
  knobs: [],
  axis: 'order',
  prediction: {
    kind: 'choice',
    question: 'What does it print?',
    truthLabel: 'It printed',
    options: answers('3, 2', '3, [object Promise]', '0, undefined'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => {
      trap(world);
    },
    after: () => 'The list is as long as it should be. What is in it are three promises, not three numbers.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => 'One promise for the whole list, one `await`, and then real numbers.',
      stepper: '',
    },
  ],
};
