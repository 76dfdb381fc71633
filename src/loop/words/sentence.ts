/**
 * What happens now, and why, in the words of the two specifications that decide it: HTML's event loop
 * (https://html.spec.whatwg.org/multipage/webappapis.html#event-loop-processing-model) and ECMAScript's jobs
 * (https://tc39.es/ecma262/#sec-jobs).
 */
import type { Job, StepView, WhyCode } from '../contract.ts';
import { formatVirtual, isNamed, jobPhrase, lineOf } from './job-words.ts';
import { nativeWords } from './native-words.ts';

export interface Sentence {
  /** The rule that is at work. */
  readonly rule: string;
  /** What it does here. */
  readonly detail: string;
}

/** A name keeps its own first letter: `greet()`. */
const capital = (text: string): string =>
  /^\w+\(/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

function by(job: Job | null): string {
  const line = job === null ? null : lineOf(job.queuedBy);
  return line === null ? '' : `, queued by ${line}`;
}

const named = (job: Job | null): string => (job === null ? 'what is next' : jobPhrase(job));

/** The function on top of the stack, as one says it. */
function top(view: StepView): string {
  const frame = view.stack.at(-1);
  if (frame === undefined) return 'The stack';
  if (frame.kind === 'script') return 'The script';
  return isNamed(frame.name) ? `${frame.name}()` : 'The function';
}

const here = (view: StepView): string => lineOf(view.place) ?? 'the next piece';

function runsOn(view: StepView): string {
  if (view.kind === 'call') return nativeWords(view.node);
  return `${top(view)} runs ${here(view)}.`;
}

function count(length: number, one: string): string {
  return length === 1 ? `1 ${one} is queued.` : `${String(length)} ${one}s are queued.`;
}

function microtasksBegin({ microtasks }: StepView): string {
  if (microtasks.length === 0) return 'None is queued.';
  return `${count(microtasks.length, 'microtask')} What they queue runs too.`;
}

function sleeps(view: StepView): string {
  const next = view.why.job ?? view.waiting.first(1)[0];
  if (next === undefined) return 'Time passes until something is ready.';
  const line = lineOf(next.queuedBy);
  const from = line === null ? '' : ` of ${line}`;
  const left = next.dueMs === null ? null : next.dueMs - view.timeMs;
  const wait = left === null || left <= 0 ? '' : `: ${formatVirtual(left)}`;
  return `Time passes until ${named(next)}${from} is ready${wait}.`;
}

function goesOn(view: StepView): string {
  const { job } = view.why;
  const line = lineOf(job?.place ?? null);
  return `${capital(named(job))} goes on after its await${line === null ? '' : ` in ${line}`}.`;
}

type Words = readonly [rule: string, detail: (view: StepView) => string];

const WORDS: Readonly<Record<WhyCode, Words>> = {
  'script-starts': [
    'The script is the first task.',
    () => 'It runs to completion: nothing comes between until the stack is empty.',
  ],
  'runs-on': ['Code on the stack runs to completion.', runsOn],
  called: ['A call pushes a frame on the stack.', (view) => `${top(view)} begins in ${here(view)}.`],
  returned: ['A return pops the frame off the stack.', (view) => `${top(view)} goes on in ${here(view)}.`],
  awaits: [
    'await leaves the stack.',
    (view) => `The rest of ${top(view).replace(/^The/, 'the')} waits for the promise; its caller goes on.`,
  ],
  'goes-on': ['The stack was empty: run microtasks until none is left.', goesOn],
  'microtasks-begin': ['The stack is empty: run microtasks until none is left.', microtasksBegin],
  'microtask-next': [
    'Run microtasks until none is left: the oldest is next.',
    ({ why }) => `${capital(named(why.job))}${by(why.job)}.`,
  ],
  'task-next': [
    'No microtask is left: take one task, the oldest.',
    ({ why }) => `${capital(named(why.job))}${by(why.job)}.`,
  ],
  'frame-due': [
    'A frame is due: update the rendering.',
    () => 'Frame callbacks run first, then style, layout and paint.',
  ],
  'frame-callback-next': [
    'Run the frame callbacks that were asked for before this frame.',
    ({ why }) => `${capital(named(why.job))}${by(why.job)}.`,
  ],
  sleeps: ['No task and no microtask: the loop waits.', sleeps],
  'timer-due': [
    'Its time has come: the timer queues a task.',
    ({ why }) => `${capital(named(why.job))} stands behind the tasks that wait already.`,
  ],
  'response-arrived': [
    'The response has arrived: a task is queued.',
    ({ why }) => `${capital(named(why.job))} settles the promise when its turn comes.`,
  ],
  clicked: ['You clicked: a task is queued.', () => 'Its listeners run when the stack is empty.'],
  'signal-aborts': [
    'The signal’s time has come: a task is queued.',
    () => 'It aborts whatever listens to the signal.',
  ],
  'error-reported': [
    'An error left the last frame: it is reported.',
    () => 'This job is over; the loop goes on with the next.',
  ],
  'rejection-reported': [
    'A promise was rejected, and nobody handled it.',
    () => 'It is reported when the microtasks are done.',
  ],
  'nothing-left': [
    'Nothing is left to run.',
    () => 'No task, no microtask, nothing that waits: the loop rests.',
  ],
  limit: ['The recording stops here.', () => 'What ran so far can be stepped through.'],
};

export function sentenceOf(view: StepView): Sentence {
  const [rule, detail] = WORDS[view.why.code];
  return { rule, detail: detail(view) };
}
