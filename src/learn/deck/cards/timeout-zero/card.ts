import { formatMs } from '../../../../ui/format.ts';
import type { Outcome } from '../../../model/lesson.ts';
import { makeLoopTools } from '../../../stage/loop-tools.ts';
import { outputOf } from '../../output.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

/** When the timer's line was printed, in ms. */
const timerAt = ({ trace }: Outcome): number => outputOf(trace).find(({ text }) => text === 'timer')?.ms ?? 0;

export const card: Card = {
  name: 'gotcha:timeout-zero',
  rule: '`setTimeout(fn, 0)` means: not before this code is done, and then when it is your turn.',
  more: 'timers',
  code,
  knobs: [],
  prediction: {
    kind: 'number',
    question: 'The timer is set to 0 ms. After how many does it run?',
    truthLabel: 'It ran after',
    min: 0,
    max: 400,
    step: 10,
    unit: 'ms',
    start: 100,
    near: 40,
    truth: timerAt,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: (stage) => {
      trap(stage.extend(makeLoopTools(stage)));
    },
    after: (outcome) =>
      `It ran after ${formatMs(Math.round(timerAt(outcome)))}. It was due at once, but a [[task]] isn’t interrupted: the timer waited for all of the work.`,
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: (stage) => fix(stage.extend(makeLoopTools(stage))),
      after: (outcome) =>
        `Cut into four, the work let the timer in after ${formatMs(Math.round(timerAt(outcome)))}. Each pause between two parts is a chance for others.`,
      stepper: '',
    },
  ],
};
