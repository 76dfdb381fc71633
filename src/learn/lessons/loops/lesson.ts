import { formatMs, formatPlural, sentenceCase } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import type { NetReply, NetRequest } from '../../stage/net.ts';
import { inGroup, lastShown, mostAtOnce } from '../../trace/ask.ts';
import { code } from './program.ts?code';
import { forEachAsync, limited, mapAlone, oneByOne, together } from './program.ts';

/** Each photo has a lane of its own. */
function net({ path }: NetRequest, numbers: Numbers): NetReply {
  const name = `Photo ${path.split('/').at(-1) ?? ''}`;
  return { ms: numbers['latency'] ?? 0, json: name, lane: name };
}

function say(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return `${String(value.length)} ${value[0] instanceof Promise ? 'promises' : 'photos'}`;
}

const total = ({ trace }: Outcome): string => formatMs(Math.round(trace.totalMs));

/** How many photos the screen says there are. */
const shownPhotos = ({ trace }: Outcome): number => Number.parseInt(lastShown(trace) ?? '', 10);

const most = ({ trace }: Outcome): string => formatPlural(mostAtOnce(trace, 'network'), 'request');

/** Photos that came when the screen had long been drawn. */
const loaded = ({ trace }: Outcome): number =>
  inGroup(trace, 'network').filter(({ end }) => end?.end === 'fulfilled').length;

const latency = 'const net = { get: (path) => new Promise((done) => setTimeout(done, 200, path)) };';

export const lesson: Lesson = {
  name: 'loops',
  idea: '`forEach` calls your function and drops what it returns. If that is a promise, nobody waits for it.',
  intro: [
    'You send six children to fetch a chair each, and say “Done, everybody may sit down” before the first has reached the door. You did send all of them. You didn’t wait for one.',
    'The code below loads six photos. `await` stands in it, and still the loop doesn’t wait: it is the little function inside that waits, six times, on its own.',
  ],
  code,
  knobs: [
    { name: 'latency', label: 'Each photo takes', min: 20, max: 500, step: 10, value: 200, unit: 'ms' },
    { name: 'limit', label: 'Helpers', min: 1, max: 6, step: 1, value: 2, unit: 'at once' },
  ],
  net,
  say,
  screen: true,
  prediction: {
    kind: 'number',
    question: 'Six photos are asked for. How many does the screen say there are?',
    truthLabel: 'It says',
    min: 0,
    max: 6,
    step: 1,
    unit: 'photos',
    start: 3,
    near: 0,
    truth: shownPhotos,
  },
  first: {
    id: 'for-each',
    label: 'forEach',
    heading: 'As most people write it',
    shows: 'forEachAsync',
    run: ({ world }) => {
      forEachAsync(world);
    },
    after: (outcome) =>
      `All ${String(loaded(outcome))} came, the last at ${total(outcome)}, but the screen had been drawn before the first. \`forEach\` got six [[promise|promises]] back and threw them away.`,
    stepper: latency,
  },
  fixes: [
    {
      id: 'together',
      label: 'All at once',
      heading: 'Ask for all, then wait for all',
      shows: 'together',
      run: ({ world }) => together(world),
      after: (outcome) =>
        `\`map\` makes an array of promises, and \`Promise.all\` one promise of an array. ${sentenceCase(most(outcome))} at once, done after ${total(outcome)}, the photos in the order of their numbers whoever comes first.`,
      stepper: latency,
    },
    {
      id: 'limited',
      label: 'A few at once',
      heading: 'A few at once',
      shows: 'limited',
      run: (stage, numbers) => limited(stage.extend({ limit: numbers['limit'] ?? 1 })),
      after: (outcome) =>
        `Never more than ${most(outcome)} at once: ${total(outcome)}. The helpers take from one queue, so whoever is free takes the next. The photos stand in the order in which they came.`,
      stepper: `const limit = 2;\n${latency}`,
    },
    {
      id: 'one-by-one',
      label: 'One by one',
      heading: 'A loop that waits',
      shows: 'oneByOne',
      run: ({ world }) => oneByOne(world),
      after: (outcome) =>
        `Here the \`await\` belongs to the function around the loop, so the loop waits: ${total(outcome)}. Right where each step needs the one before, slow where not.`,
      stepper: latency,
    },
    {
      id: 'map-alone',
      label: 'map alone',
      heading: 'map alone isn’t enough',
      shows: 'mapAlone',
      run: ({ world }) => {
        mapAlone(world);
      },
      after: (outcome) =>
        `The screen says ${lastShown(outcome.trace) ?? 'nothing'}. An array of promises isn’t a promise, so \`await photos\` would give back the same array, with the promises in it.`,
      stepper: latency,
    },
  ],
  result: (outcome) => `The screen says ${lastShown(outcome.trace) ?? 'nothing'}`,
  why: [
    'A list that saves “all” and leaves before one is saved works on your machine, where saving takes a millisecond. In the cloud the function ends, the process is frozen, and half the mails were never sent.',
    'With `forEach` a failure is nobody’s as well: the promises are gone, so no `try` around the loop can hear them. Other array methods don’t wait either. `filter` with an async function keeps everything, because **a promise always counts as true**.',
    'How many at once? One is slow. A thousand is unkind: servers refuse, and a phone holds a thousand answers in memory. Start with four to eight, and measure.',
  ],
};
