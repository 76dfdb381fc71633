import { formatCount, formatMs, formatPercent } from '../../../ui/format.ts';
import type { Lesson, Outcome } from '../../model/lesson.ts';
import { canShare } from '../../threads/work.ts';
import { counts, withCounters, type Counted } from './count.ts';
import Counts from './Counts.svelte';
import { code } from './program.ts?code';
import { alone, atomic, plain } from './program.ts';

const SHARES = canShare();
const NOT_HERE =
  'This page isn’t cross-origin isolated, and so the browser gives its threads no memory to share: that is how it keeps clever timing attacks away. The third way needs none, and runs here.';

const of = ({ value }: Outcome): Counted | null => (value ?? null) as Counted | null;

function ending(outcome: Outcome): 'all' | 'fewer' | 'absent' {
  const seen = of(outcome);
  if (seen?.counted == null) return 'absent';
  return seen.counted === seen.made ? 'all' : 'fewer';
}

function plainAfter(outcome: Outcome): string {
  const seen = of(outcome);
  if (seen?.counted == null) return NOT_HERE;
  const lost = seen.made - seen.counted;
  if (lost === 0) {
    return 'This time none was lost: luck, not safety. Let them add more often, and run it again.';
  }
  return `${formatCount(lost)} of ${formatCount(seen.made)} additions vanished, ${formatPercent(lost / seen.made)}. Both workers read, say, 41, both add one, both write 42: two additions, one step. **Run it again: the number changes.**`;
}

function atomicAfter(outcome: Outcome): string {
  const seen = of(outcome);
  if (seen?.counted == null) return NOT_HERE;
  const before = counts.of('plain');
  const cost =
    before === null ? '' : ` It took ${formatMs(seen.ms)}, against ${formatMs(before.ms)} without.`;
  return `${formatCount(seen.counted)}, every one of them. \`Atomics.add\` reads, adds and writes in one piece.${cost} That is the price of two threads at one number: each has to wait for the other.`;
}

const figure = (outcome: Outcome) => ({
  value: formatCount(of(outcome)?.counted ?? null),
  words: `of ${formatCount(of(outcome)?.made ?? null)}`,
});

export const lesson: Lesson = {
  name: 'shared-memory',
  idea: 'On one thread nobody comes between two statements. On two threads with one memory, somebody comes between the reading and the writing of a single one.',
  intro: [
    'Two people keep one tally on a blackboard. Each looks, adds one in their head, wipes and writes. If both look at the same moment, two strokes become one.',
    SHARES
      ? 'A [[SharedArrayBuffer]] is such a blackboard for two [[worker|workers]]. They start together and add as fast as they can.'
      : NOT_HERE,
  ],
  code,
  knobs: [
    { name: 'millions', label: 'Each adds', min: 1, max: 40, step: 1, value: 10, unit: 'million times' },
  ],
  ownAxis: true,
  leaveOut: ['console'],
  needs: 'browser',
  prediction: {
    kind: 'choice',
    question: 'Two workers add 1 to the same number, millions of times each. What does it say in the end?',
    truthLabel: 'It said',
    options: [
      { id: 'all', label: 'The additions of both' },
      { id: 'fewer', label: 'Less than that' },
      ...(SHARES ? [] : [{ id: 'absent', label: 'Nothing: this page can’t share memory' }]),
    ],
    truth: ending,
  },
  first: {
    id: 'plain',
    label: 'Plain',
    heading: 'One number, two threads',
    shows: 'plain',
    run: (stage, numbers) => withCounters(stage, numbers, 'plain', (tools) => plain(stage.extend(tools))),
    after: plainAfter,
    figure,
  },
  fixes: [
    {
      id: 'atomic',
      label: 'Atomics',
      heading: 'In one piece',
      shows: 'atomic',
      run: (stage, numbers) => withCounters(stage, numbers, 'atomic', (tools) => atomic(stage.extend(tools))),
      after: atomicAfter,
      figure,
    },
    {
      id: 'alone',
      label: 'One each',
      heading: 'A number each',
      shows: 'alone',
      run: (stage, numbers) => withCounters(stage, numbers, 'alone', (tools) => alone(stage.extend(tools))),
      after: (outcome) =>
        `${formatCount(of(outcome)?.counted ?? null)} in ${formatMs(of(outcome)?.ms ?? null)}: nothing is shared while they work, so nobody waits and nothing is lost. The best way to share memory safely is often not to.`,
      figure,
    },
  ],
  figure: { view: Counts, instead: false },
  result: (outcome) =>
    ending(outcome) === 'absent'
      ? 'No shared memory on this page'
      : `It says ${formatCount(of(outcome)?.counted ?? null)}`,
  why: [
    'This is what a single thread spares you. In ordinary JavaScript `n = n + 1` is never cut in two: between two statements without an `await` nobody else runs. Other languages spend books on this.',
    'It doesn’t spare you the slower kind: whoever `await`s between reading and writing has the same fault with requests in place of instructions. That is the lesson about the old answer that arrives last.',
    'Shared memory needs a page that is cross-origin isolated, `Atomics` for every number that two threads write, and tests that can’t prove you right. Messages need none of that. Reach for it when copying is what you measured to be slow.',
  ],
};
