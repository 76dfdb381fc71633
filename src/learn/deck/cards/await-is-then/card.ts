import { logged } from '../../../trace/ask.ts';
import { answers } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:await-is-then',
  rule: '`await` is `then` in other words: what follows it is the callback, and runs in a [[microtask]].',
  more: 'three-syntaxes',
  code,
  knobs: [],
  axis: 'order',
  prediction: {
    kind: 'order',
    question: 'In which order do the five lines appear?',
    truthLabel: 'It was',
    items: answers('left 1', 'left 2', 'right 1', 'right 2', 'end'),
    truth: logged,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => {
      trap(world);
    },
    after: () =>
      'Both functions left at the same point: one at its `await`, the other after handing a callback to `then`. The rest of each came in a microtask, in the order they were queued.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      label: 'Wait for both',
      heading: 'Waited for, one by one',
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        'Promises made by either way can be awaited alike: the caller needn’t know how a function was written.',
      stepper: '',
    },
  ],
};
