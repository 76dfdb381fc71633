import { logged } from '../../../trace/ask.ts';
import { answers } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:until-first-await',
  rule: 'An `async` function runs at once, like any other, up to its first `await`.',
  more: 'async-functions',
  code,
  knobs: [],
  axis: 'order',
  prediction: {
    kind: 'order',
    question: 'In which order do the four lines appear?',
    truthLabel: 'It was',
    items: answers('before', 'after', 'load begins', 'load ends'),
    truth: logged,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => {
      trap(world);
    },
    after: () =>
      'Calling `load` ran its first line on the spot. At the `await` it left, and the rest came in a [[microtask]], after “after”.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => 'With `await` in front of the call, the order on the page is the order of the run.',
      stepper: '',
    },
  ],
};
