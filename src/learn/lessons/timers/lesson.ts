import { median } from '../../../measure/quantile.ts';
import { formatMs, formatPlural, sentenceCase } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import { makeLoopTools } from '../../stage/loop-tools.ts';
import type { StageWorld } from '../../stage/world.ts';
import { inLane, loggedWords } from '../../trace/ask.ts';
import { code } from './program.ts?code';
import { messages, microtasksFirst, nested, underLoad, waitForIt } from './program.ts';

const loop = (stage: StageWorld) => stage.extend(makeLoopTools(stage));

const counted = (stage: StageWorld, numbers: Numbers) =>
  stage.extend({ ...makeLoopTools(stage), count: numbers['count'] ?? 0 });

const turns = ({ numbers }: Outcome): string => sentenceCase(formatPlural(numbers['count'] ?? 0, 'turn'));

/** For each timer, how long it was from `setTimeout` to its turn. */
function waits({ trace }: Outcome): number[] {
  return inLane(trace, 'Timer').flatMap(({ start, end }) =>
    start.mode === 'wait' && end !== null ? [end.ms - start.ms] : [],
  );
}

/** HTML holds back timers that are nested more than five deep. */
const FREE = 5;

/** The clock's steps are about this wide. */
const shortMs = (ms: number | null): string => (ms !== null && ms < 0.1 ? 'less than 0.1 ms' : formatMs(ms));

function nestedAfter(outcome: Outcome): string {
  const all = waits(outcome);
  if (all.length <= FREE + 1) return 'So few are not held back. Try twenty.';
  const early = shortMs(median(all.slice(0, FREE)));
  const late = median(all.slice(FREE));
  const clamp =
    late !== null && late >= 3.5
      ? 'the standard holds timers back that were set by timers, more than five deep: at least 4 ms each'
      : 'this browser did not hold them back; the standard says at least 4 ms each, once they are more than five deep';
  return `The first five waited ${early} each, the others ${formatMs(late)} (medians, measured here): ${clamp}.`;
}

const total = ({ trace }: Outcome): string => formatMs(trace.totalMs);

export const lesson: Lesson = {
  name: 'timers',
  idea: '`setTimeout(fn, 0)` doesn’t mean now. It means: as a task of its own, no earlier than this, when the thread is free.',
  intro: [
    'An alarm clock set to seven doesn’t get you up at seven. It makes sure that nobody wakes you before; when you get up depends on what you were doing. A timer is such a promise: never earlier, often later.',
    'People use 0 ms to say “right after this”, for instance to give a page a turn in the middle of long work. Guess what twenty such turns cost on this device.',
  ],
  code,
  knobs: [{ name: 'count', label: 'Turns', min: 2, max: 50, step: 1, value: 20, unit: '' }],
  net: () => ({ ms: 220, json: 'saved', lane: 'Save' }),
  prediction: {
    kind: 'number',
    question: 'Twenty timers of 0 ms, each set by the one before. How long do they take together?',
    truthLabel: 'It took',
    min: 0,
    max: 200,
    step: 5,
    unit: 'ms',
    start: 0,
    near: 15,
    truth: ({ trace }) => trace.totalMs,
  },
  first: {
    id: 'nested',
    label: 'Timers',
    heading: 'As most people give the page a turn',
    shows: 'nested',
    run: (stage, numbers) => {
      nested(counted(stage, numbers));
    },
    after: nestedAfter,
    stepper: 'const count = 20;',
  },
  fixes: [
    {
      id: 'messages',
      label: 'Messages',
      heading: 'A turn without the wait',
      shows: 'messages',
      run: (stage, numbers) => messages(counted(stage, numbers)),
      after: (outcome) =>
        `${turns(outcome)} in ${total(outcome)}. A message is a [[task]] too, and no message is held back. Where there is \`scheduler.postTask\`, it does the same with less writing.`,
      figure: (outcome) => ({ value: total(outcome), words: 'for all turns' }),
    },
    {
      id: 'microtasks-first',
      label: 'Microtasks first',
      heading: 'Every microtask comes first',
      shows: 'microtasksFirst',
      run: (stage) => {
        microtasksFirst(loop(stage));
      },
      after: (outcome) =>
        `In order: ${loggedWords(outcome)}. A timer is a [[task]]; [[microtask|microtasks]] run before the next one, whenever they were queued.`,
      stepper: '',
    },
    {
      id: 'under-load',
      label: 'Under load',
      heading: 'A timer on a busy thread',
      shows: 'underLoad',
      run: (stage) => {
        underLoad(loop(stage));
      },
      after: (outcome) =>
        `Asked for 10 ms, ran after ${formatMs(waits(outcome)[0] ?? null)}. The time was over long before, but a task never breaks into another.`,
      figure: (outcome) => ({ value: formatMs(waits(outcome)[0] ?? null), words: 'for a timer of 10 ms' }),
    },
    {
      id: 'wait-for-it',
      label: 'Wait for it',
      heading: 'Wait for the thing, not for a time',
      shows: 'waitForIt',
      run: (stage) => waitForIt(loop(stage)),
      after: (outcome) =>
        `${loggedWords(outcome)}. A time that is long enough on your machine is a guess about everybody else’s. The [[promise]] knows.`,
      stepper: "const net = { post: () => new Promise((done) => setTimeout(done, 220, 'saved')) };",
    },
  ],
  result: (outcome) => `${turns(outcome)} of 0 ms took ${total(outcome)}`,
  why: [
    'Long work that gives the page a turn every few milliseconds by `setTimeout` spends much of its time waiting. The lesson on yielding puts all ways side by side.',
    'In a hidden tab timers are held back much more: to one a second and rarer, differently in each browser. Never count time by counting timers. Read a clock: `performance.now()`.',
    '`setInterval` follows the same rules. If its callback takes longer than its period, the calls don’t overlap: they come late.',
  ],
};
