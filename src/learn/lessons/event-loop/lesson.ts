import { formatMs } from '../../../ui/format.ts';
import type { Lesson, Outcome } from '../../model/lesson.ts';
import { makeLoopTools } from '../../stage/loop-tools.ts';
import type { StageWorld } from '../../stage/world.ts';
import { inLane, logged } from '../../trace/ask.ts';
import { code } from './program.ts?code';
import { allMicrotasks, guess, inOrder, oneTask, starve } from './program.ts';

const loop = (stage: StageWorld) => stage.extend(makeLoopTools(stage));

const ITEMS = [
  { id: 'script begins', label: 'script begins' },
  { id: 'timer', label: 'timer' },
  { id: 'frame', label: 'frame' },
  { id: 'microtask', label: 'microtask' },
  { id: 'script ends', label: 'script ends' },
] as const;

function frameFirst(outcome: Outcome): boolean {
  const lines = logged(outcome);
  return lines.indexOf('frame') < lines.indexOf('timer');
}

function guessAfter(outcome: Outcome): string {
  const last = frameFirst(outcome)
    ? 'Here the frame was due before the timer. That is allowed: whether a timer or a frame comes first is left to the browser, and another run may differ.'
    : 'Then the timer’s [[task]], then the next [[frame]]. Those two may change places, if a frame is due at once: it is left to the browser.';
  return `The script ran to its end first. Then all [[microtask|microtasks]]. ${last}`;
}

/** From when the timer was set until it ran. */
function timerWait({ trace }: Outcome): string {
  const [wait] = inLane(trace, 'Timer');
  return formatMs(wait?.end == null ? null : Math.round(wait.end.ms - wait.start.ms));
}

export const lesson: Lesson = {
  name: 'event-loop',
  idea: 'Code runs to its end, then all microtasks run, then comes one task, then perhaps a frame, and so on for ever.',
  intro: [
    'A lone clerk serves a counter. Whoever is being served is served to the end. Then come the notes on the clerk’s own desk, all of them, even those written meanwhile. Only then is the next customer called, and between two customers somebody may change the picture on the wall.',
    'The clerk is your page’s [[thread]], the customers are [[task|tasks]], the notes [[microtask|microtasks]], the picture the next [[frame]].',
  ],
  code,
  knobs: [],
  axis: 'order',
  prediction: {
    kind: 'order',
    question: 'In which order do the five lines appear?',
    truthLabel: 'It was',
    items: ITEMS,
    truth: logged,
  },
  first: {
    id: 'guess',
    label: 'Four ways',
    heading: 'Four ways to run something',
    shows: 'guess',
    needs: 'browser',
    run: (stage) => {
      guess(loop(stage));
    },
    after: guessAfter,
    stepper: '',
  },
  fixes: [
    {
      id: 'in-order',
      label: 'Wait for it',
      heading: 'If the order matters, wait for it',
      shows: 'inOrder',
      needs: 'browser',
      run: (stage) => inOrder(loop(stage)),
      after: () =>
        'Each line stands below what it waits for, so the order you read is the order that happens. Nobody has to know the rules to read it.',
      stepper: '',
    },
    {
      id: 'all-microtasks',
      label: 'All microtasks',
      heading: 'All microtasks, the new ones too',
      shows: 'allMicrotasks',
      run: (stage) => {
        allMicrotasks(loop(stage));
      },
      after: (outcome) =>
        `In order: ${logged(outcome).join(', ')}. The third was queued while the first ran, and still it came before the timer: the queue is emptied until nothing is left in it.`,
      stepper: '',
    },
    {
      id: 'one-task',
      label: 'One task',
      heading: 'One task, then its microtasks',
      shows: 'oneTask',
      run: (stage) => {
        oneTask(loop(stage));
      },
      after: (outcome) =>
        `In order: ${logged(outcome).join(', ')}. Both timers were due, but only one task was taken; its microtask ran before the next.`,
      stepper: '',
    },
    {
      id: 'starve',
      label: 'Too many',
      heading: 'Microtasks that never stop',
      shows: 'starve',
      needs: 'browser',
      run: (stage) => {
        starve(loop(stage));
      },
      after: (outcome) =>
        `The timer was due at once and waited ${timerWait(outcome)}. While microtasks add microtasks, no task runs, no frame is drawn and no tap is heard. Give the page a turn with a task.`,
    },
  ],
  result: (outcome) => `Last came the ${logged(outcome).at(-1) ?? 'script'}`,
  why: [
    'Every `await` and every `then` continues in a microtask. That is why what follows an `await` comes before any timer, even one that was set earlier, and why a loop of `await`s on things that are there already can freeze a page.',
    'Because a task runs to its end, no other code of this page can change your variables between two lines. Between the two sides of an `await` it can: **an `await` is where others get their turn.**',
    'Order between timers, frames and messages is up to the browser. If one thing must come after another, make it wait for that thing, never for a time that is usually long enough.',
  ],
};
