import { formatCount, formatCountWord, formatMs } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome, Variant } from '../../model/lesson.ts';
import type { NetReply, NetRequest } from '../../stage/net.ts';
import { inLane } from '../../trace/ask.ts';
import { code } from './program.ts?code';
import { atTheEnd, beside, both, inWorker, tooLate } from './program.ts';
import { makeStartWorker } from './stray.ts';

/** The menu is refused; the map comes, later. */
function net({ path }: NetRequest, numbers: Numbers): NetReply {
  return path === '/menu'
    ? { ms: numbers['fails'] ?? 0, status: 503, lane: 'Menu' }
    : { ms: numbers['slow'] ?? 0, json: 'The map', lane: 'Map' };
}

const unheard: Variant['figure'] = ({ lost }) => ({
  value: `${formatCount(lost.length)} unheard`,
  words: 'counted by unhandledrejection',
});

/** When the browser said that nobody handles it. */
function lostAt({ trace }: Outcome): string {
  const told = trace.events.find((event) => event.type === 'point' && event.lane.name === 'Nobody hears');
  return formatMs(told === undefined ? null : Math.round(told.ms));
}

function failedAt({ trace }: Outcome): string {
  const ms = inLane(trace, 'Menu')[0]?.end?.ms;
  return formatMs(ms === undefined ? null : Math.round(ms));
}

function tooLateAfter(outcome: Outcome): string {
  if (outcome.lost.length === 0) {
    return 'With these numbers the map came before the menu failed, and the `try` stood ready. Give the map more time and run it again.';
  }
  return `The \`catch\` did get it, but too late. The menu failed at ${failedAt(outcome)}, while this function still waited for the map, and nobody had asked for the menu’s promise. A browser only reports it. Node would have ended there, in front of a \`catch\` that was on its way.`;
}

function workerAfter({ order }: Outcome): string {
  const told = order.filter((what) => what.startsWith('log onerror'));
  return `The worker did both. \`worker.onerror\` heard ${formatCountWord(told.length)} of them, the error that was thrown. The rejection was told to the worker’s own \`unhandledrejection\` and to nobody on the page: who doesn’t listen in there doesn’t know.`;
}

export const lesson: Lesson = {
  name: 'unhandled-rejection',
  idea: 'Every `then` makes a new promise, and each promise that fails needs somebody who hears it.',
  intro: [
    'A parcel can’t be delivered and goes back. You have told the neighbour, who takes it in. But you had also sent a copy, to an address where nobody lives, and that one lies in front of the door.',
    'Below a menu is asked for, and the server refuses. There is a `catch`, and it works.',
  ],
  code,
  knobs: [
    { name: 'fails', label: 'The menu fails after', min: 50, max: 1000, step: 50, value: 200, unit: 'ms' },
    { name: 'slow', label: 'The map takes', min: 50, max: 1500, step: 50, value: 600, unit: 'ms' },
  ],
  net,
  screen: true,
  leaveOut: ['timer'],
  prediction: {
    kind: 'choice',
    question: 'How many failures does nobody hear?',
    truthLabel: 'It was',
    options: [
      { id: '0', label: 'None' },
      { id: '1', label: 'One' },
      { id: '2', label: 'Two' },
    ],
    truth: ({ lost }) => String(lost.length),
  },
  first: {
    id: 'beside',
    label: 'Beside it',
    heading: 'As many people write it',
    shows: 'beside',
    run: ({ world }) => {
      beside(world);
    },
    after: (outcome) =>
      `The \`catch\` hears \`menu\`. But \`menu.then(…)\` is another promise: it fails for the same reason, and has no \`catch\`. At ${lostAt(outcome)} the browser fired \`unhandledrejection\`.`,
    figure: unheard,
    stepper:
      "const net = {\n  get: () =>\n    new Promise((done, fail) =>\n      setTimeout(() => fail(new Error('The server answered 503.')), 200),\n    ),\n};",
  },
  fixes: [
    {
      id: 'at-the-end',
      label: 'At the end',
      heading: 'At the end of the chain',
      shows: 'atTheEnd',
      run: ({ world }) => {
        atTheEnd(world);
      },
      after: () =>
        'One chain, one end: a failure passes every `then` on its way down, and `catch` hears of all of them, of a mistake in `show` as well. `await` in a `try` does the same in other words.',
      figure: unheard,
      stepper:
        "const net = {\n  get: () =>\n    new Promise((done, fail) =>\n      setTimeout(() => fail(new Error('The server answered 503.')), 200),\n    ),\n};",
    },
    {
      id: 'too-late',
      label: 'Too late',
      heading: 'Caught, but too late',
      shows: 'tooLate',
      run: ({ world }) => tooLate(world),
      after: tooLateAfter,
      figure: unheard,
    },
    {
      id: 'both',
      label: 'In time',
      heading: 'Both heard from the start',
      shows: 'both',
      run: ({ world }) => both(world),
      after: () =>
        '`Promise.all` listens to both from its first moment, so neither can fail unheard. That is the second reason to start together and wait together; the first was time.',
      figure: unheard,
    },
    {
      id: 'in-worker',
      label: 'In a worker',
      heading: 'A worker keeps it to itself',
      shows: 'inWorker',
      run: (stage) => inWorker(stage.extend({ startWorker: makeStartWorker(stage) })),
      needs: 'browser',
      after: workerAfter,
    },
  ],
  result: ({ lost }) =>
    lost.length === 1
      ? 'One failure, heard by nobody'
      : `Failures that nobody heard: ${formatCountWord(lost.length)}`,
  why: [
    'What happens to it depends on where you are. A browser writes a red line into a console that no visitor has open, and goes on with a page that is half drawn. Node ends the process with exit code 1, and with it all that it was doing for others.',
    'When is it too late? After a [[task]] and its [[microtask|microtasks]] are done, the browser looks at the promises that were [[rejected]] meanwhile. Whoever has a handler by then is spared. A handler that comes later fires `rejectionhandled`, and takes nothing back.',
    'Listen to `unhandledrejection` once for the whole page, and in each worker, and send what you hear to yourself. It is a smoke alarm, not a kitchen: **an error should be handled where somebody knows what to do about it.**',
  ],
};
