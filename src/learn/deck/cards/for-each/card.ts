import { formatMs } from '../../../../ui/format.ts';
import { logged } from '../../../trace/ask.ts';
import { answers } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { inTurn, together, trap } from './program.ts';

export const card: Card = {
  name: 'gotcha:for-each',
  rule: '`forEach` starts every callback and waits for none: use `for … of` with `await`, or `Promise.all` over a `map`.',
  more: 'loops',
  code,
  knobs: [],
  prediction: {
    kind: 'order',
    question: 'In which order do the four lines appear?',
    truthLabel: 'It was',
    items: answers('sent A', 'sent B', 'sent C', 'all sent'),
    truth: logged,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => {
      trap(world);
    },
    after: () =>
      'Each callback runs up to its `await` and hands back a [[promise]]. `forEach` throws that away and goes on, so the last line comes first.',
    stepper: '',
  },
  fixes: [
    {
      ...FIX,
      id: 'in-turn',
      label: 'In turn',
      shows: 'inTurn',
      run: ({ world }) => inTurn(world),
      after: ({ trace }) =>
        `The loop stands still at each \`await\`, so the three waits add up: ${formatMs(Math.round(trace.totalMs))}.`,
      stepper: '',
    },
    {
      ...FIX,
      id: 'together',
      label: 'At once',
      shows: 'together',
      run: ({ world }) => together(world),
      after: ({ trace }) =>
        `\`map\` keeps the promises, \`Promise.all\` waits for them. The waits pass together: ${formatMs(Math.round(trace.totalMs))}.`,
      stepper: '',
    },
  ],
};
