import { formatMs, formatPlural, sentenceCase } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import type { NetReply, NetRequest } from '../../stage/net.ts';
import { mostAtOnce } from '../../trace/ask.ts';
import { code } from './program.ts?code';
import { dashboard, dashboardInTurn, dependent, oneByOne, together } from './program.ts';

const ANSWERS: Readonly<Record<string, string>> = {
  '/stops': 'stops',
  '/times': 'times',
  '/fares': 'fares',
  '/trains': 'trains',
  '/weather': 'weather',
  '/user': 'ada',
  '/posts?by=ada': 'posts',
};

/** The dashboard's two halves take twice as long as the three small questions. */
const SLOW = new Set(['/trains', '/weather']);

function net({ path }: NetRequest, numbers: Numbers): NetReply {
  const ms = numbers['latency'] ?? 0;
  return { ms: SLOW.has(path) ? 2 * ms : ms, json: ANSWERS[path], lane: path.split('?')[0] ?? path };
}

const totalMs = ({ trace }: Outcome): number => trace.totalMs;
const total = (outcome: Outcome): string => formatMs(Math.round(totalMs(outcome)));

export const lesson: Lesson = {
  name: 'sequential-parallel',
  idea: 'An `await` stops this function until the answer is there. Don’t put one in front of work that doesn’t need that answer.',
  intro: [
    'You put the water on, wait until it boils, then put the bread in the toaster, wait, and then take the butter out of the fridge. Nobody makes breakfast like that, and yet much code does.',
    'Below are three questions to a server. None needs the answer of another.',
  ],
  code,
  knobs: [
    { name: 'latency', label: 'Each answer takes', min: 20, max: 500, step: 10, value: 100, unit: 'ms' },
  ],
  net,
  say: (value) => (Array.isArray(value) ? value.join(', ') : String(value)),
  screen: true,
  prediction: {
    kind: 'number',
    question: 'Each answer takes 100 ms. After how long are all three on the screen?',
    truthLabel: 'It took',
    min: 0,
    max: 500,
    step: 10,
    unit: 'ms',
    start: 200,
    near: 40,
    truth: totalMs,
  },
  first: {
    id: 'one-by-one',
    label: 'One by one',
    heading: 'As most people write it',
    shows: 'oneByOne',
    run: ({ world }) => oneByOne(world),
    after: (outcome) =>
      `The waits stand in a queue: ${total(outcome)}. At no moment was more than one request on its way.`,
    stepper: 'const net = { get: (path) => new Promise((done) => setTimeout(done, 100, path)) };',
  },
  fixes: [
    {
      id: 'together',
      label: 'Together',
      heading: 'Ask first, then wait for all',
      shows: 'together',
      run: ({ world }) => together(world),
      after: (outcome) =>
        `${sentenceCase(formatPlural(mostAtOnce(outcome.trace, 'network'), 'request'))} were on their way at once, and the whole took as long as the slowest: ${total(outcome)}.`,
      stepper: 'const net = { get: (path) => new Promise((done) => setTimeout(done, 100, path)) };',
    },
    {
      id: 'dashboard-in-turn',
      label: 'Dashboard, in turn',
      heading: 'A dashboard, in turn',
      shows: 'dashboardInTurn',
      run: ({ world }) => dashboardInTurn(world),
      after: (outcome) => `Two halves, one after the other: ${total(outcome)}. Now run it together.`,
    },
    {
      id: 'dashboard',
      label: 'Dashboard, together',
      heading: 'A dashboard, together',
      shows: 'dashboard',
      run: ({ world }) => dashboard(world),
      after: (outcome) =>
        `Calling starts the work, \`await\` only waits for it. Both calls come first, so both waits pass together: ${total(outcome)}.`,
    },
    {
      id: 'dependent',
      label: 'Must wait',
      heading: 'Here it must be one by one',
      shows: 'dependent',
      run: ({ world }) => dependent(world),
      after: (outcome) =>
        `The second address contains the first answer, so there is nothing to save: ${total(outcome)}. Dependence is the only good reason to queue.`,
      stepper:
        "const net = {\n  get: (path) =>\n    new Promise((done) => setTimeout(done, 100, path === '/user' ? 'ada' : path)),\n};",
    },
  ],
  result: (outcome) => `It took ${total(outcome)}: the three waits, added up`,
  why: [
    'Nothing here is about faster computers. The server, the network and your device do the same work both times; the difference is only when each question is asked.',
    'Look for two `await`s in neighbouring lines and ask: **does the second line use what the first one gave?** If not, start both and then wait. Code written by machines queues independent waits particularly often.',
    'Asking a thousand things at once isn’t kind either: servers refuse, phones run out of memory. How to have a few at a time is the lesson about loops. What happens when one of them fails is the lesson about combinators.',
  ],
};
