import { formatMs, formatPlural, formatSpeedup } from '../../../ui/format.ts';
import type { Lesson, Outcome } from '../../model/lesson.ts';
import { coresHere } from '../../threads/crew.ts';
import { crew, DISHES, kitchen, type Cooked } from './dishes.ts';
import { code } from './program.ts?code';
import { atOnce, crowded, inTurns } from './program.ts';

const CORES = coresHere();
/** More than the cores by enough to be seen, and not so many that a phone runs out of memory. */
const CROWD = CORES <= 4 ? CORES * 3 : Math.min(24, CORES * 2);
/** Within this the total is what the jobs add up to. */
const SAME = 1.5;
/** A job that took so much longer had to share its core. */
const SHARED = 1.35;

const of = ({ value }: Outcome): Cooked | null => (value ?? null) as Cooked | null;

const ms = (value: number | undefined): string => formatMs(Math.round(value ?? 0));
const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The total, against five jobs one after the other. */
function ending(outcome: Outcome): 'quicker' | 'same' | 'slower' {
  const seen = of(outcome);
  if (seen === null) return 'same';
  const ratio = seen.wallMs / (DISHES * seen.aloneMs);
  if (ratio < 1 / SAME) return 'quicker';
  return ratio > SAME ? 'slower' : 'same';
}

function firstAfter(outcome: Outcome): string {
  const seen = of(outcome);
  if (seen === null) return '';
  return `One job alone took ${ms(seen.aloneMs)} on this thread. All five together took ${ms(seen.wallMs)}, and each of them was in progress for ${ms(average(seen.eachMs))}. Look at any moment of the trace: **five are begun, one runs.**`;
}

function atOnceAfter(outcome: Outcome): string {
  const seen = of(outcome);
  if (seen === null) return '';
  return `${ms(seen.workMs)} of work were done within ${ms(seen.wallMs)} by ${formatPlural(seen.threads, 'worker')}: at times more than one ran at the same moment. Their start was a wait of its own; it is the hollow bar at the left.`;
}

function crowdedAfter(outcome: Outcome): string {
  const seen = of(outcome);
  if (seen === null) return '';
  const stretch = average(seen.eachMs) / seen.aloneMs;
  const lead = `Alone a job took ${ms(seen.aloneMs)}; among ${formatPlural(seen.threads, 'worker')} it took ${ms(average(seen.eachMs))} on average, ${formatSpeedup(stretch)} as long.`;
  return stretch > SHARED
    ? `${lead} The bars look as if all ran at once. They didn’t: this browser reports ${formatPlural(CORES, 'core')}, and the operating system let the threads **take turns**, as one chef does with five dishes.`
    : `${lead} This device had room for all of them. Make the jobs longer, and run it again.`;
}

export const lesson: Lesson = {
  name: 'concurrency-parallelism',
  idea: 'Concurrent: many are in progress. Parallel: many run at the same moment. The first needs one thread, the second needs several.',
  intro: [
    'One chef with five dishes stirs here, turns over there, and all five are cooking, though two hands do all the work. Five chefs with five dishes are something else: five pairs of hands at the same moment.',
    'Below are five equal jobs: drawings of a fractal, pure work and no waiting. First one [[thread]] does a slice of each in turn; then [[worker|workers]] share them.',
  ],
  code,
  knobs: [
    { name: 'job', label: 'A job alone takes about', min: 20, max: 200, step: 20, value: 60, unit: 'ms' },
    {
      name: 'workers',
      label: 'Workers',
      min: 1,
      max: 8,
      step: 1,
      value: Math.min(DISHES, Math.max(2, CORES)),
      unit: '',
    },
  ],
  leaveOut: ['console'],
  needs: 'browser',
  prediction: {
    kind: 'choice',
    question: 'One thread, five jobs in turns. Against one after the other, the whole takes…',
    truthLabel: 'It took',
    options: [
      { id: 'quicker', label: 'Much less time' },
      { id: 'same', label: 'About the same time' },
      { id: 'slower', label: 'Much more time' },
    ],
    truth: ending,
  },
  first: {
    id: 'turns',
    label: 'One thread',
    heading: 'One thread, in turns',
    shows: 'inTurns',
    run: (stage, numbers) => kitchen(stage, numbers, (tools) => inTurns(stage.extend(tools))),
    after: firstAfter,
  },
  fixes: [
    {
      id: 'workers',
      label: 'Workers',
      heading: 'Several threads',
      shows: 'atOnce',
      run: (stage, numbers) =>
        crew(stage, numbers, numbers['workers'] ?? 2, (tools) => atOnce(stage.extend(tools))),
      after: atOnceAfter,
      figure: (outcome) => ({ value: ms(of(outcome)?.wallMs), words: 'for all five' }),
    },
    {
      id: 'crowd',
      label: 'Too many',
      heading: 'More workers than cores',
      shows: 'crowded',
      run: (stage, numbers) => crew(stage, numbers, CROWD, (tools) => crowded(stage.extend(tools))),
      after: crowdedAfter,
      figure: (outcome) => ({ value: ms(average(of(outcome)?.eachMs ?? [])), words: 'for each job' }),
    },
  ],
  result: (outcome) => {
    const words = { quicker: 'less than', same: 'about as long as', slower: 'longer than' }[ending(outcome)];
    return `It took ${ms(of(outcome)?.wallMs)}: ${words} one after the other`;
  },
  why: [
    'Promises and `async` functions give **concurrency**: while one waits for the network, another may go on. They give no parallelism. Five calculations don’t become quicker by standing in `Promise.all`.',
    'For waiting, concurrency is all you need: a thousand requests may be on their way and the thread has nothing to do. For working, only more threads help, and only as many as there are cores to run them.',
    'More workers than cores does no harm in small numbers, and no good: each has memory of its own and a start to pay for, and in the end the same cores do the same work in turns.',
  ],
};
