import { formatMs } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome, Variant } from '../../model/lesson.ts';
import type { StageWorld } from '../../stage/world.ts';
import { loggedWords } from '../../trace/ask.ts';
import { code } from './program.ts?code';
import { asyncEffect, batch, chatty, hashing, here, parsing, syncEffect, waiting } from './program.ts';
import { timed, watched, withWorker, type Measured } from './tools.ts';

const VOCABULARY = ['task', 'await', 'frame', 'worker', 'thread'];
const MEGABYTES = 32;
const ROWS = 40_000;

function wordsOf(numbers: Numbers): string[] {
  return Array.from({ length: numbers['words'] ?? 0 }, (_, i) => VOCABULARY[i % VOCABULARY.length] ?? '');
}

/** The same sum on the page: the least of some, so that the code has been compiled. */
function countHereMs(words: readonly string[]): number {
  let least = Infinity;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    let letters = 0;
    for (const word of words) letters += word.length;
    if (letters >= 0) least = Math.min(least, performance.now() - start);
  }
  return least;
}

const measured = ({ value }: Outcome): Measured => value as Measured;
const wholeMs = (outcome: Outcome): string => formatMs(measured(outcome).ms);
const frozen = (outcome: Outcome): string => formatMs(measured(outcome).frozenMs);

/** A clock that can't tell less than this tells 0. */
const LEAST_MS = 0.1;

function times(outcome: Outcome): number {
  const { ms, hereMs } = measured(outcome);
  return ms / Math.max(LEAST_MS, hereMs ?? LEAST_MS);
}

async function runChatty(stage: StageWorld, numbers: Numbers): Promise<Measured> {
  const words = wordsOf(numbers);
  return withWorker(stage, async (worker) => {
    const start = performance.now();
    await chatty(stage.extend({ worker, words }));
    const ms = performance.now() - start;
    return { ms, frozenMs: 0, turns: 0, hereMs: countHereMs(words) };
  });
}

/** Rows as a server would send them. */
function makeText(): string {
  return JSON.stringify(
    Array.from({ length: ROWS }, (_, id) => ({ id, name: `Stop ${String(id)}`, lines: [id % 9, id % 7] })),
  );
}

async function runParsing(stage: StageWorld): Promise<Measured> {
  const text = makeText();
  let hereMs = 0;
  const parse = (json: string): unknown => {
    const { value, ms } = timed(stage, 'JSON.parse', () => JSON.parse(json) as unknown);
    hereMs = ms;
    return value;
  };
  return withWorker(stage, async (worker) => {
    let there: Measured = { ms: 0, frozenMs: 0, turns: 0, hereMs: null };
    const eyed = {
      ...worker,
      async parse(json: string) {
        there = await watched(() => worker.parse(json));
      },
    };
    await parsing(stage.extend({ JSON: { parse }, worker: eyed, text }));
    return { ...there, hereMs };
  });
}

function hashAfter(outcome: Outcome): string {
  if (outcome.failure !== null) {
    return 'This page has no `crypto.subtle`: browsers give it to a [[secure context]] only: https, or the device itself.';
  }
  const { ms, frozenMs } = measured(outcome);
  return frozenMs > ms / 2
    ? `Here it blocked: of ${wholeMs(outcome)} the page got no turn for ${frozen(outcome)} at a stretch. The standard has it go on in parallel, and the function does give a [[promise]]; the work was done on this [[thread]] all the same.`
    : `Here it did not block: ${wholeMs(outcome)} of work, and the page was never without a turn for longer than ${frozen(outcome)}. The standard has it go on in parallel. Not every browser does that.`;
}

const effects: readonly Variant[] = [
  {
    id: 'async-effect',
    label: 'Async effect',
    heading: 'An effect that is async',
    shows: 'asyncEffect',
    run: ({ world }) => {
      asyncEffect(world);
    },
    after: (outcome) =>
      `${loggedWords(outcome)}. React’s \`useEffect\` and Svelte’s \`$effect\` take what you return as the clean-up. An async function returns a [[promise]], which nobody can call: the listener stays.`,
    stepper: '',
  },
  {
    id: 'sync-effect',
    label: 'Effect, mended',
    heading: 'Only what it starts is async',
    shows: 'syncEffect',
    run: ({ world }) => {
      syncEffect(world);
    },
    after: (outcome) =>
      `${loggedWords(outcome)}, and nothing came afterwards. The effect returned a function at once; what it had started heard of the end by a signal.`,
  },
];

export const lesson: Lesson = {
  name: 'when-not',
  idea: 'A worker helps with work that is long and a message that is short. Nearly everything else should stay where it is.',
  intro: [
    'You can have somebody in the next town add up your shopping, one price a letter. They add as fast as you do. Yet the letters take longer than the sum.',
    'Threads are for computing, promises are for waiting, and much code needs neither. Here is a worker that is asked for far too little, far too often.',
  ],
  code,
  knobs: [
    { name: 'words', label: 'Words', min: 20, max: 400, step: 20, value: 200, unit: '' },
    { name: 'slow', label: 'Each download takes', min: 50, max: 1000, step: 50, value: 300, unit: 'ms' },
  ],
  net: (_, numbers) => ({ ms: numbers['slow'] ?? 0, json: 'data' }),
  prediction: {
    kind: 'choice',
    question:
      'A worker counts the letters of 200 words, a message for each. Against counting them here, that takes …',
    truthLabel: 'It takes',
    options: [
      { id: 'less', label: 'Less time' },
      { id: 'same', label: 'About as long' },
      { id: 'more', label: 'More than ten times as long' },
    ],
    truth: (outcome) => {
      if (times(outcome) > 10) return 'more';
      return times(outcome) < 0.8 ? 'less' : 'same';
    },
  },
  first: {
    id: 'chatty',
    label: 'A message each',
    heading: 'A message for every word',
    shows: 'chatty',
    needs: 'browser',
    run: runChatty,
    after: (outcome) =>
      `${wholeMs(outcome)} with the [[worker]], its start not counted; ${(measured(outcome).hereMs ?? 0) < LEAST_MS ? 'less than 0.1 ms' : formatMs(measured(outcome).hereMs)} on the page. The counting is nothing, the messages are everything.`,
    figure: (outcome) => ({ value: wholeMs(outcome), words: 'for the words' }),
  },
  fixes: [
    {
      id: 'here',
      label: 'Here',
      heading: 'Leave it where it is',
      shows: 'here',
      run: (stage, numbers) =>
        watched(() => {
          here(stage.extend({ words: wordsOf(numbers) }));
        }),
      after: () =>
        'A job that is done within a few milliseconds needs no other thread. A [[frame]] has about 16 ms; a tap that is answered within 100 ms feels answered at once.',
      figure: (outcome) => ({ value: wholeMs(outcome), words: 'all of it' }),
      stepper:
        "const some = ['task', 'await', 'frame', 'worker', 'thread'];\nconst words = Array.from({ length: 200 }, (_, i) => some[i % 5]);",
    },
    {
      id: 'batch',
      label: 'One message',
      heading: 'One message instead of many',
      shows: 'batch',
      needs: 'browser',
      run: (stage, numbers) =>
        withWorker(stage, (worker) =>
          watched(() => batch(stage.extend({ worker, words: wordsOf(numbers) }))),
        ),
      after: (outcome) =>
        `${wholeMs(outcome)} for all words in one message. If work must go elsewhere, send much at a time. For so little it is still a detour.`,
      figure: (outcome) => ({ value: wholeMs(outcome), words: 'for the words' }),
    },
    {
      id: 'waiting',
      label: 'Waiting',
      heading: 'Waiting needs no thread',
      shows: 'waiting',
      run: (stage) => watched(() => waiting(stage.world)),
      after: (outcome) =>
        `${wholeMs(outcome)} of waiting, and the page was never without a turn for longer than ${frozen(outcome)}. The network works elsewhere already. A worker would only wait in your place.`,
    },
    {
      id: 'parsing',
      label: 'JSON.parse',
      heading: 'The way back costs',
      shows: 'parsing',
      needs: 'browser',
      run: runParsing,
      after: (outcome) =>
        `Parsing here kept the page for ${formatMs(measured(outcome).hereMs)}. Parsing in the worker took ${wholeMs(outcome)}, and taking in the [[clone]] of the result kept the page for ${frozen(outcome)} at a stretch. It pays only if the worker keeps the result and sends back little.`,
    },
    {
      id: 'hashing',
      label: 'crypto',
      heading: 'A promise is not a thread',
      shows: 'hashing',
      needs: 'browser',
      run: (stage) => {
        const bytes = new Uint8Array(MEGABYTES * 1e6);
        return watched(() => hashing(stage.extend({ bytes })));
      },
      after: hashAfter,
    },
    ...effects,
  ],
  result: (outcome) =>
    times(outcome) > 10
      ? `With the worker: ${Math.round(times(outcome)).toLocaleString('en-GB')} times as long`
      : `With the worker: ${wholeMs(outcome)}`,
  why: [
    '`async` earns its keep where something is waited for: handlers of taps and forms, loading data, streams that come piece by piece, jobs in the background, sockets that speak when they like. There, every wait is a chance for the page to do something else.',
    'A worker earns its keep where something is computed for longer than a few frames, and where what goes in and comes out is small, or can be [[transfer|transferred]].',
    'If neither is so, plain code is the fastest, the easiest to read and the only one that can’t come out of order. **Measure first: a promise around work doesn’t move it anywhere.**',
  ],
};
