import type { Outcome } from '../../../model/lesson.ts';
import { logged } from '../../../trace/ask.ts';
import { answers } from '../../answers.ts';
import { FIX, TRAP, type Card } from '../../card.ts';
import { code } from './program.ts?code';
import { fix, trap } from './program.ts';

/** Who made a value, in the words of the question. */
function maker(outcome: Outcome): string {
  const lines = logged(outcome);
  const stream = lines.includes('stream made one');
  const generator = lines.includes('generator made one');
  if (stream && generator) return 'Both';
  if (stream) return 'The stream only';
  return generator ? 'The generator only' : 'Neither';
}

export const card: Card = {
  name: 'gotcha:streams',
  rule: 'A stream fetches ahead before anybody reads; an async generator does nothing until it is asked.',
  more: 'async-iterators',
  code,
  knobs: [],
  prediction: {
    kind: 'choice',
    question: 'Nobody reads. Who makes a value all the same?',
    truthLabel: 'It was',
    options: answers('The stream only', 'The generator only', 'Both', 'Neither'),
    truth: maker,
  },
  first: {
    ...TRAP,
    shows: 'trap',
    run: ({ world }) => trap(world),
    after: () =>
      'A stream has a queue and fills it, one piece ahead by default. Calling a generator function only makes an iterator: its first line runs with the first `next()`.',
  },
  fixes: [
    {
      ...FIX,
      label: 'A lazy stream',
      heading: 'A stream that waits',
      shows: 'fix',
      run: ({ world }) => fix(world),
      after: () => 'With a `highWaterMark` of 0 the stream makes a value only when one is read.',
    },
  ],
};
