import { makeLoopTools } from '../../../stage/loop-tools.ts';
import { logged } from '../../../trace/ask.ts';
import { answers } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:microtask-first',
  rule: 'The running code ends first, then every [[microtask]] runs, and only then a timer’s [[task]].',
  more: 'event-loop',
  code,
  knobs: [],
  axis: 'order',
  prediction: {
    kind: 'order',
    question: 'In which order do the three lines appear?',
    truthLabel: 'It was',
    items: answers('timer', 'promise', 'script'),
    truth: logged,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: (stage) => {
      trap(stage.extend(makeLoopTools(stage)));
    },
    after: () => 'The timer was set first and came last. A promise’s reaction needn’t wait for a new task.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      label: 'As it reads',
      heading: 'In the order it is read',
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () =>
        'If the order matters, make each line wait for the one before it. Then nobody must know the queues.',
      stepper: '',
    },
  ],
};
