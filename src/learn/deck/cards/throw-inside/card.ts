import { answers, printed } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:throw-inside',
  rule: '`throw` in an `async` function never reaches the caller’s line: it makes the returned promise [[rejected]].',
  more: 'async-functions',
  code,
  knobs: [],
  axis: 'order',
  prediction: {
    kind: 'choice',
    question: 'What does it print?',
    truthLabel: 'It printed',
    options: answers('caught', 'caught, next line', 'next line, caught'),
    truth: printed,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => {
      trap(world);
    },
    after: () =>
      'The call itself threw nothing: it returned a rejected promise. Its `catch` runs in a [[microtask]], when this code is done.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => '`await` throws the error at the place where it stands, so an ordinary `try` hears it.',
      stepper: '',
    },
  ],
};
