import { formatMs } from '../../../../ui/format.ts';
import type { Outcome } from '../../../model/lesson.ts';
import { logged } from '../../../trace/ask.ts';
import { answers } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

/** What became of the failure, in the words of the question. */
function fate(outcome: Outcome): string {
  if (outcome.lost.length === 0) return 'It is caught, nothing else';
  const caught = logged(outcome).includes('caught');
  return caught ? 'It is reported as unhandled, then caught' : 'It is reported as unhandled, never caught';
}

export const card: Card = {
  name: 'gotcha:rejection-timing',
  rule: 'A rejection needs its handler before the current [[task]] and its microtasks are over: a later `catch` is too late for the page’s alarm.',
  more: 'unhandled-rejection',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'The trains fail at 100 ms. What happens?',
    truthLabel: 'It was',
    options: answers(
      'It is caught, nothing else',
      'It is reported as unhandled, then caught',
      'It is reported as unhandled, never caught',
    ),
    truth: fate,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: ({ lost }) =>
      `At 100 ms nobody was waiting for the trains, so the page heard of “${lost.join(', ')}” as an unhandled rejection. The \`catch\` came at 300 ms. In Node the program would have ended at 100 ms.`,
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: ({ trace }) =>
        `\`Promise.all\` takes care of both at once: caught when it happened. The whole lasted ${formatMs(Math.round(trace.totalMs))}, because the weather goes on.`,
      stepper: '',
    },
  ],
};
