import { formatMs } from '../../../ui/format.ts';
import type { Lesson, Outcome } from '../../model/lesson.ts';
import { code } from './program.ts?code';
import { deaf, ended, everyWay, flagged, polite } from './program.ts';
import { allWays, oneWay, stopped, type Stopped, type StopRun } from './stop.ts';
import Stops from './Stops.svelte';

const of = ({ value }: Outcome): Stopped | null => ((value ?? null) as StopRun | null)?.stopped ?? null;
const latency = (outcome: Outcome): string => formatMs(of(outcome)?.latencyMs ?? null);

function ending(outcome: Outcome): 'once' | 'end' {
  return of(outcome)?.ending === 'all done' ? 'end' : 'once';
}

const figure = (outcome: Outcome) => ({ value: latency(outcome), words: 'from stop to stopped' });

function deafAfter(outcome: Outcome): string {
  const seen = of(outcome);
  if (seen === null) return '';
  return ending(outcome) === 'end'
    ? `The message lay there for ${formatMs(seen.latencyMs)}, until the whole work was done. A message is a [[task]], and a loop that only ever awaits settled promises never lets one in: **microtask turns never hear an abort.**`
    : `It stopped after ${formatMs(seen.latencyMs)}. Give it more work, and run it again.`;
}

function flagAfter(outcome: Outcome): string {
  if (of(outcome) === null) {
    return 'Not here: this page isn’t cross-origin isolated, so threads can’t share memory. Where they can, the worker looks at one number between two steps, and needs no turn at all to see it change.';
  }
  return `${latency(outcome)}: no message has to be taken in, so the worker needs to give no turns. It reads one number between two steps. How long a step takes decides how soon it looks.`;
}

function allAfter(outcome: Outcome): string {
  const slow = stopped.of('setTimeout');
  const message = stopped.of('messageChannel');
  const yielding = stopped.of('schedulerYield');
  const lead =
    slow === null || message === null
      ? ''
      : `With \`setTimeout\` it took ${formatMs(slow.latencyMs)}, with a message to itself ${formatMs(message.latencyMs)}. `;
  const deafToo =
    yielding?.ending === 'all done'
      ? '`scheduler.yield` was as deaf as a microtask here: what follows it goes before other tasks. '
      : '';
  const { missing } = outcome.value as StopRun;
  const gone = missing.length === 0 ? '' : `Not available here: ${missing.join(', ')}. `;
  return `${lead}${deafToo}${gone}\`terminate()\` asks nobody, and takes with it all that the worker held.`;
}

export const lesson: Lesson = {
  name: 'stopping',
  idea: 'A worker stops when it hears you. How soon that is depends on the turns that it gives, or on a memory that you share.',
  intro: [
    'You call “stop” to somebody with headphones on. You can wait until they take them off, agree on a lamp that they look at now and then, or pull the plug.',
    'Below a [[worker]] has a long job, and after 100 ms the page wants it to stop. Between its steps the worker’s loop says `await null`.',
  ],
  code,
  knobs: [
    { name: 'work', label: 'The work takes about', min: 300, max: 1500, step: 100, value: 600, unit: 'ms' },
  ],
  ownAxis: true,
  leaveOut: ['console'],
  needs: 'browser',
  prediction: {
    kind: 'choice',
    question: 'The page posts “stop” after 100 ms. When does the worker stop?',
    truthLabel: 'It stopped',
    options: [
      { id: 'once', label: 'Between two of its steps' },
      { id: 'end', label: 'When all its work is done' },
    ],
    truth: ending,
  },
  first: {
    id: 'microtask',
    label: 'await null',
    heading: 'A worker that hears nobody',
    shows: 'deaf',
    run: (stage, numbers) => oneWay(stage, numbers, 'microtask', (tools) => deaf(stage.extend(tools))),
    after: deafAfter,
    figure,
  },
  fixes: [
    {
      id: 'message',
      label: 'Message',
      heading: 'A turn in a task, and a message',
      shows: 'polite',
      run: (stage, numbers) => oneWay(stage, numbers, 'postTask', (tools) => polite(stage.extend(tools))),
      after: (outcome) =>
        `Stopped after ${latency(outcome)}. The lab’s workers take such a turn every 12 ms or so, and the message is read then.`,
      figure,
    },
    {
      id: 'flag',
      label: 'Flag',
      heading: 'A flag in shared memory',
      shows: 'flagged',
      run: (stage, numbers) => oneWay(stage, numbers, 'flag', (tools) => flagged(stage.extend(tools))),
      after: flagAfter,
      figure,
    },
    {
      id: 'terminate',
      label: 'Terminate',
      heading: 'Pull the plug',
      shows: 'ended',
      run: (stage, numbers) => oneWay(stage, numbers, 'terminate', (tools) => ended(stage.extend(tools))),
      after: (outcome) =>
        `${latency(outcome)}, though its loop hears nobody. The price comes later: half-written results are lost, and the next job waits for a new worker to start.`,
      figure,
    },
    {
      id: 'all',
      label: 'Every way',
      heading: 'Every way, side by side',
      shows: 'everyWay',
      run: (stage, numbers) => allWays(stage, numbers, (tools) => everyWay(stage.extend(tools))),
      after: allAfter,
    },
  ],
  figure: { view: Stops, instead: false },
  result: (outcome) =>
    ending(outcome) === 'end'
      ? `It heard nothing: ${latency(outcome)} late, with all work done`
      : `It stopped after ${latency(outcome)}`,
  why: [
    'A Cancel button that works at the end of the job is no Cancel button. The work goes on burning battery, and the next job waits behind it.',
    'An `AbortSignal` can’t be sent to a worker: it isn’t cloneable. What crosses the border is a message or a shared number, and somebody must look for it between two steps.',
    'This lab does all three, in this order: parts that wait are dropped at once, those that run are asked, and what hasn’t answered after a quarter of a second is terminated.',
  ],
};
