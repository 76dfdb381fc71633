import { formatMs } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import type { StageWorld } from '../../stage/world.ts';
import { feel, type Felt } from '../../threads/felt.ts';
import { code } from './program.ts?code';
import { busyLoop, timerWait } from './program.ts';
import Spinners from './Spinners.svelte';

/** The stand-in for a tap comes when a quarter of the wait is over. */
const QUARTER = 0.25;
/** A tap that waits longer than this feels late: https://web.dev/articles/inp#good-score */
const LATE_MS = 200;

const ms = (numbers: Numbers): number => numbers['ms'] ?? 0;

function run(program: typeof busyLoop) {
  return (stage: StageWorld, numbers: Numbers): Promise<Felt> =>
    feel(stage, () => program(stage.extend({ ms: ms(numbers) })), { standInAt: ms(numbers) * QUARTER });
}

const felt = ({ value }: Outcome): Felt | null => (value ?? null) as Felt | null;
const waited = (outcome: Outcome): number => felt(outcome)?.standInMs ?? 0;

function ending(outcome: Outcome): 'once' | 'later' {
  const left = ms(outcome.numbers) * (1 - QUARTER);
  return waited(outcome) > left / 2 ? 'later' : 'once';
}

function firstAfter(outcome: Outcome): string {
  const seen = felt(outcome);
  if (seen === null) return '';
  const spinner =
    'The spinner turned by script stood still. The one turned by CSS usually keeps turning, since a thread of the browser’s own moves it, if the device isn’t short of cores.';
  return `No script can press your screen, so a timer stood in for the tap: it was due at ${formatMs(Math.round(ms(outcome.numbers) * QUARTER))} and waited ${formatMs(seen.standInMs)} for its turn. The page drew nothing new for ${formatMs(Math.round(seen.frozenMs))}. ${spinner}`;
}

export const lesson: Lesson = {
  name: 'blocking',
  idea: 'Waiting isn’t working: a timer waits while the page lives, a busy loop holds the thread that everybody needs.',
  intro: [
    'You ring at a counter. The clerk can say “have a seat, I’ll call you” and serve somebody else; or stare at the clock until your time has come, while the queue grows.',
    'A page has one [[thread]] for its scripts, and that same thread hears your taps and prepares each [[frame]]. Below, it stares at the clock. **Tap anywhere while it runs**, and look at the two spinners.',
  ],
  code,
  knobs: [{ name: 'ms', label: 'The wait takes', min: 200, max: 2000, step: 100, value: 800, unit: 'ms' }],
  leaveOut: ['console'],
  needs: 'browser',
  prediction: {
    kind: 'choice',
    question: 'You tap while the loop runs. When does the page hear the tap?',
    truthLabel: 'It heard it',
    options: [
      { id: 'once', label: 'At once' },
      { id: 'later', label: 'When the loop is over' },
      { id: 'never', label: 'Never: the tap is lost' },
    ],
    truth: ending,
  },
  first: {
    id: 'loop',
    label: 'Busy loop',
    heading: 'Wait in a loop',
    shows: 'busyLoop',
    run: run(busyLoop),
    after: firstAfter,
  },
  fixes: [
    {
      id: 'timer',
      label: 'Timer',
      heading: 'Wait with a timer',
      shows: 'timerWait',
      run: run(timerWait),
      after: (outcome) =>
        `The same wait, and nobody worked: the stand-in tap waited ${formatMs(waited(outcome))}, and the longest time without a frame was ${formatMs(Math.round(felt(outcome)?.frozenMs ?? 0))}. The \`await\` pauses the function; the thread goes on with other things.`,
      figure: (outcome) => ({
        value: formatMs(Math.round(waited(outcome))),
        words: 'the stand-in tap waited',
      }),
    },
  ],
  figure: { view: Spinners, instead: false },
  result: (outcome) =>
    ending(outcome) === 'later'
      ? `The tap waited ${formatMs(Math.round(waited(outcome)))}`
      : `The tap waited only ${formatMs(Math.round(waited(outcome)))}`,
  why: [
    `A tap that is answered within about ${formatMs(LATE_MS)} feels good; that is the mark of the Web Vitals, by which pages are measured. Every long loop, every large \`JSON.parse\`, every sort of a huge list takes that time from somebody’s finger.`,
    '**Blocking** is about who holds the thread, not about how long something takes. A request of ten seconds blocks nothing, because the network does the waiting. A loop of half a second blocks everything.',
    'The spinner that kept turning is no proof that the page lives: an animation of `transform` or `opacity` can be moved by the browser’s compositor without your script. Such a spinner turns happily over a page that hears nobody.',
    'A real wait belongs to a timer or a promise. Real work can be cut in slices, or given to a [[worker]]: those are lessons of their own.',
  ],
};
