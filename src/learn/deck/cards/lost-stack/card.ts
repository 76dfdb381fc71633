import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:lost-stack',
  rule: 'After a wait the stack of callers is gone: an engine may piece it together from `await`s, never from what merely returned a promise.',
  more: 'unhandled-rejection',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'Does the error’s stack name the function that called?',
    truthLabel: 'It printed',
    options: answers(
      'awaits: true, returns: true',
      'awaits: true, returns: false',
      'awaits: false, returns: false',
    ),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      'When `load` failed, nobody who had called it was still running. This is what the engine of this browser could tell; others tell less, and none can name a function that had already returned.',
  },
  fixes: [
    {
      ...FIX,
      label: 'Add a cause',
      heading: 'Say it yourself',
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        'A `cause` holds in every engine: each level says what it was doing and passes the error on.',
      stepper: '',
    },
  ],
};
