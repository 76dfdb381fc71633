import { formatMs, formatPlural } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import type { NetReply, NetRequest } from '../../stage/net.ts';
import { makePress } from '../../stage/press.ts';
import type { StageWorld } from '../../stage/world.ts';
import { inGroup, lastShown, shownAt } from '../../trace/ask.ts';
import { code } from './program.ts?code';
import { aborting, joined, numbered, stale, twice } from './program.ts';
import type { Board, Stops } from './stops.ts';

const BE: Stops = { query: 'Be', count: 41 };
const BERN: Stops = { query: 'Bern', count: 6 };
const OLDER = '7:10, on time';
const NEWER = '7:10, late';

function net({ path, nth }: NetRequest, numbers: Numbers): NetReply {
  if (path === '/board') {
    const ms = numbers[nth === 1 ? 'slow' : 'quick'] ?? 0;
    return { ms, json: { at: nth === 1 ? OLDER : NEWER } };
  }
  return path === '/stops?q=Be'
    ? { ms: numbers['slow'] ?? 0, json: { ...BE } }
    : { ms: numbers['quick'] ?? 0, json: { ...BERN } };
}

const world = (stage: StageWorld, numbers: Numbers) =>
  stage.extend({ gap: numbers['gap'] ?? 0, press: makePress(stage) });

const say = (value: unknown): string => {
  const answer = value as Stops | Board;
  return 'at' in answer ? answer.at : answer.query;
};

/** Which of the three answers of the question the run gave. */
function ending({ trace }: Outcome): 'bern' | 'be' | 'mixed' {
  const shown = lastShown(trace);
  if (shown === say(BERN)) return 'bern';
  return shown === say(BE) ? 'be' : 'mixed';
}

function firstAfter(outcome: Outcome): string {
  const bern = shownAt(outcome.trace, say(BERN));
  if (ending(outcome) === 'bern' || bern === null) {
    return 'With these numbers the old answer came first, and nothing was lost. Give the first request more time and run it again.';
  }
  return `Most people say Bern. It did arrive, at ${formatMs(Math.round(bern))}. Then the slow first answer came and wrote over it.`;
}

function twiceAfter({ trace }: Outcome): string {
  return lastShown(trace) === OLDER
    ? 'The same fault without a keyboard. The server looked twice; what it saw first arrived last, and so the train that is late is shown as on time. Now share the request.'
    : 'With these numbers the older answer came first, and the board is right. Give the first request more time and run it again.';
}

function figure(outcome: Outcome) {
  const bern = shownAt(outcome.trace, say(BERN));
  return {
    value: formatMs(bern === null ? null : Math.round(bern)),
    words: 'to the right answer, and it stays',
  };
}

export const lesson: Lesson = {
  name: 'race-condition',
  idea: 'Two requests are on their way. Whichever answers last owns the screen, even if it was asked first.',
  intro: [
    'You ask the left counter for trains to Be…, change your mind, and ask the right counter for Bern. The right one is quick. You read the answer, and then the left counter calls out, and somebody swaps your time-table for the old one.',
    'A search box does exactly that. Each letter sends a request, answers come back in any order, and the code below shows each of them as it arrives.',
  ],
  code,
  knobs: [
    { name: 'slow', label: 'First answer takes', min: 50, max: 1500, step: 1, value: 783, unit: 'ms' },
    { name: 'quick', label: 'Second answer takes', min: 50, max: 1500, step: 1, value: 161, unit: 'ms' },
    { name: 'gap', label: 'Time between the two', min: 50, max: 800, step: 10, value: 240, unit: 'ms' },
  ],
  net,
  say,
  screen: true,
  leaveOut: ['timer'],
  prediction: {
    kind: 'choice',
    question: 'What is on the screen at the end?',
    truthLabel: 'It shows',
    options: [
      { id: 'bern', label: 'Bern, 6 stops' },
      { id: 'be', label: 'Be, 41 stops' },
      { id: 'mixed', label: 'Both, mixed' },
    ],
    truth: ending,
  },
  first: {
    id: 'stale',
    label: 'As most write it',
    heading: 'As most people write it',
    shows: 'stale',
    run: (stage, numbers) => stale(world(stage, numbers)),
    after: firstAfter,
    stepper:
      "const gap = 240;\nconst net = {\n  get: (path) =>\n    new Promise((done) => setTimeout(done, path.endsWith('Be') ? 783 : 161, path)),\n};",
  },
  fixes: [
    {
      id: 'abort',
      label: 'Abort the old',
      heading: 'Abort the old request',
      shows: 'aborting',
      run: (stage, numbers) => aborting(world(stage, numbers)),
      after: () =>
        'Aborting also frees the network. [[AbortError]] is thrown into the old call: it is caught there, because a change of mind is no failure.',
      figure,
    },
    {
      id: 'number',
      label: 'Number them',
      heading: 'Number the requests',
      shows: 'numbered',
      run: (stage, numbers) => numbered(world(stage, numbers)),
      after: () =>
        'The old answer still travels and still arrives. It finds that it isn’t the newest any more, and leaves the screen alone.',
      figure,
    },
    {
      id: 'twice',
      label: 'Refresh twice',
      heading: 'One key, pressed twice',
      shows: 'twice',
      run: (stage, numbers) => twice(world(stage, numbers)),
      after: twiceAfter,
      figure: ({ trace }) => ({ value: lastShown(trace) ?? '', words: 'is what stays' }),
    },
    {
      id: 'joined',
      label: 'Share it',
      heading: 'Share the one on its way',
      shows: 'joined',
      run: (stage, numbers) => joined(world(stage, numbers)),
      after: ({ trace }) =>
        inGroup(trace, 'network').length === 1
          ? 'The second press found a request on its way, and waits for the same answer: one request, and nothing that could overtake it. `finally` forgets it, so that the next press asks afresh, after a failure too.'
          : 'With these numbers the first answer was there before the second press, so each press had a request of its own. Give the first request more time and run it again.',
      figure: ({ trace }) => ({
        value: formatPlural(inGroup(trace, 'network').length, 'request'),
        words: 'for both presses',
      }),
    },
  ],
  result: (outcome) =>
    ending(outcome) === 'be' ? 'It shows Be, the older search' : 'It shows Bern, the newer search',
  why: [
    'On your own machine the first answer nearly always comes first, so nobody sees this while writing the code. On a train, in a tunnel, on a busy server, it happens every day: a price that jumps back, a map that shows the place before, a deleted row that returns.',
    'It isn’t only typing. A button that is pressed twice, a list that is refreshed while it loads, a page that is left while its data is on the way: each has two runs of the same function in the air. **Whoever starts a new one decides what becomes of the old one.**',
    'One [[thread]] doesn’t save you. No two lines ran at the same moment here, and still the result depended on who came first: that is a [[race condition]].',
  ],
};
