import { formatMs, formatPlural } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import type { NetReply, NetRequest } from '../../stage/net.ts';
import { lastShown, shownAt } from '../../trace/ask.ts';
import { spansOf } from '../../trace/trace.ts';
import { code } from './program.ts?code';
import { all, allSettled, any, race } from './program.ts';

function net({ path }: NetRequest, numbers: Numbers): NetReply {
  const name = path.slice(1);
  const about = { ms: numbers[name] ?? 0, lane: path };
  return name === 'fares' ? { ...about, status: 500 } : { ...about, json: name };
}

const shown = ({ trace }: Outcome): string => lastShown(trace) ?? 'nothing';
/** When the combinator had its answer. */
const settledMs = (outcome: Outcome): number => shownAt(outcome.trace, shown(outcome)) ?? 0;
const settledAt = (outcome: Outcome): string => formatMs(Math.round(settledMs(outcome)));

/** Requests that ended after the answer was shown. */
function stillUnderWay(outcome: Outcome): number {
  const at = settledMs(outcome);
  return spansOf(outcome.trace.events).filter(
    ({ start, end }) => start.lane.group === 'network' && end !== null && end.ms > at + 1,
  ).length;
}

const others = (outcome: Outcome): string => {
  const count = stillUnderWay(outcome);
  if (count === 0) return 'By then nothing was under way any more.';
  return `Meanwhile ${formatPlural(count, 'request')} went on to the end, and nobody looked at what came.`;
};

const figure = (outcome: Outcome) => ({ value: settledAt(outcome), words: 'until it settled' });

const SERVER = `const take = { '/stops': 220, '/fares': 120, '/times': 420 };
const net = {
  get: (path) =>
    new Promise((resolve, reject) =>
      setTimeout(() => {
        if (path === '/fares') reject(new Error('The server answered 500.'));
        else resolve(path.slice(1));
      }, take[path])
    )
};`;

export const lesson: Lesson = {
  name: 'combinators',
  idea: 'Four ways to wait for several promises: for all, for how each went, for the first to end, for the first success.',
  intro: [
    'Three friends bring food. Do you eat only if all three come? Do you wait for all and see who came with nothing? Do you go by whoever rings first, even with bad news? Or by the first who really has food? Each is right at times, and each has a name.',
    'Below, three questions go out at once. One of them will fail, and it fails first. Pay attention to what happens to the other two.',
  ],
  code,
  knobs: [
    { name: 'stops', label: 'Stops take', min: 20, max: 800, step: 20, value: 220, unit: 'ms' },
    { name: 'fares', label: 'Fares fail after', min: 20, max: 800, step: 20, value: 120, unit: 'ms' },
    { name: 'times', label: 'Times take', min: 20, max: 800, step: 20, value: 420, unit: 'ms' },
  ],
  net,
  screen: true,
  prediction: {
    kind: 'choice',
    question: 'One of three fails, first of all. What does the screen show?',
    truthLabel: 'It shows',
    options: [
      { id: 'early', label: 'The error, at once' },
      { id: 'late', label: 'The error, when all three are done' },
      { id: 'two', label: 'Two answers and a gap' },
    ],
    truth: (outcome) => {
      if (!shown(outcome).startsWith('The server')) return 'two';
      return stillUnderWay(outcome) > 0 ? 'early' : 'late';
    },
  },
  first: {
    id: 'all',
    label: 'all',
    heading: 'Promise.all: everything or nothing',
    shows: 'all',
    run: ({ world }) => all(world),
    after: (outcome) =>
      `\`all\` [[rejected]] at ${settledAt(outcome)}, with the first failure. ${others(outcome)} It doesn’t stop them: it stops listening.`,
    figure,
    stepper: SERVER,
  },
  fixes: [
    {
      id: 'all-settled',
      label: 'allSettled',
      heading: 'allSettled: how each went',
      shows: 'allSettled',
      run: ({ world }) => allSettled(world),
      after: (outcome) =>
        `At ${settledAt(outcome)}, when the last had [[settled]]. It never rejects; each result has a \`status\`, “fulfilled” or “rejected”, with a \`value\` or a \`reason\`. The right one where some may fail.`,
      figure,
      stepper: SERVER,
    },
    {
      id: 'any',
      label: 'any',
      heading: 'any: the first success',
      shows: 'any',
      run: ({ world }) => any(world),
      after: (outcome) =>
        `“${shown(outcome)}” at ${settledAt(outcome)}: failures before it were passed over. Only if all fail does \`any\` reject, with an \`AggregateError\` that holds every reason. ${others(outcome)}`,
      figure,
      stepper: SERVER,
    },
    {
      id: 'race',
      label: 'race',
      heading: 'race: the first to end',
      shows: 'race',
      run: ({ world }) => race(world),
      after: (outcome) =>
        `“${shown(outcome)}” at ${settledAt(outcome)}. \`race\` takes the first to [[settled|settle]], and a failure counts. Give the fares more time than the stops and run it again. ${others(outcome)}`,
      figure,
      stepper: SERVER,
    },
  ],
  result: (outcome) => `It shows: ${shown(outcome)}`,
  why: [
    'Choose by what you would do with a part. A page that is useless without its third answer wants `all`. A start page with six boxes wants `allSettled`: five boxes are better than an error.',
    '`any` is for several places that have the same thing: take whichever has it first. `race` is for a limit in time, and for little else.',
    '**None of the four stops anything.** What has begun goes on, costs battery and bandwidth, and may still write something. To stop the rest, give all of them one [[AbortController|signal]] and abort it when the answer is there.',
  ],
};
