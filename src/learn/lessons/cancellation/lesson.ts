import { formatMs } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome, Variant } from '../../model/lesson.ts';
import type { NetReply, NetRequest } from '../../stage/net.ts';
import { makePress } from '../../stage/press.ts';
import type { StageWorld } from '../../stage/world.ts';
import { inGroup, lastShown, shownAt } from '../../trace/ask.ts';
import type { Span } from '../../trace/trace.ts';
import { code } from './program.ts?code';
import { cancelled, either, forever, raced, timed } from './program.ts';

function net({ path }: NetRequest, numbers: Numbers): NetReply {
  return path === '/silent' ? { ms: Infinity } : { ms: numbers['slow'] ?? 0, json: 'The map' };
}

const world = (stage: StageWorld, numbers: Numbers) =>
  stage.extend({
    limit: numbers['limit'] ?? 0,
    patience: numbers['patience'] ?? 0,
    press: makePress(stage),
  });

const request = ({ trace }: Outcome): Span | undefined => inGroup(trace, 'network')[0];

const rounded = (ms: number | null | undefined): string => formatMs(ms == null ? null : Math.round(ms));

const endWords = (outcome: Outcome): string => rounded(request(outcome)?.end?.ms);

/** What became of the request, by its own bar. */
function fate(outcome: Outcome): 'stopped' | 'on' | 'failed' {
  const end = request(outcome)?.end?.end;
  if (end === 'aborted') return 'stopped';
  return end === 'rejected' ? 'failed' : 'on';
}

function racedAfter(outcome: Outcome): string {
  const late = shownAt(outcome.trace, 'Too late');
  const ended = request(outcome)?.end ?? null;
  if (late === null || ended === null) {
    return 'With these numbers the map won, and then the alarm was the loser: it rang for nobody. Give the map more time and run it again.';
  }
  return `At ${rounded(late)} the page said so and stopped looking. The request travelled for ${rounded(ended.ms - late)} more, came back with the map, and nobody took it.`;
}

/** Which of the two ends an abort had; a map that was quicker than both is an end as well. */
function endedBy(outcome: Outcome, by: string): string {
  return lastShown(outcome.trace) === 'The map'
    ? 'With these numbers the map came first, and there was nothing left to abort: a signal that fires later changes nothing.'
    : by;
}

const missing = (name: 'timeout' | 'any'): string | null =>
  name in AbortSignal ? null : `This browser hasn’t got \`AbortSignal.${name}\` yet, so the line throws.`;

function eitherAfter(outcome: Outcome): string {
  const first = lastShown(outcome.trace) === 'AbortError' ? 'the key' : 'the clock';
  return endedBy(
    outcome,
    `One signal out of two: it fires with the first of them, here ${first}, and hands on that one’s reason. The operation never learns that there were two.`,
  );
}

const figure: Variant['figure'] = (outcome) => ({
  value: endWords(outcome),
  words: 'until nothing was on its way',
});

export const lesson: Lesson = {
  name: 'cancellation',
  idea: 'A promise only reports, so nothing in it can be cancelled. The work behind it can be told to stop, if it listens.',
  intro: [
    'You ask at a counter for an old map and say to yourself: a few minutes, then I go. You go. Down in the cellar somebody is still looking, finds the map, carries it up three flights, and puts it on an empty counter.',
    'The code below leaves in the same way. `Promise.race` takes the first promise that is [[settled]]: the map, or an alarm that throws.',
  ],
  code,
  knobs: [
    { name: 'slow', label: 'The map takes', min: 50, max: 2000, step: 50, value: 1400, unit: 'ms' },
    { name: 'limit', label: 'Time limit', min: 50, max: 2000, step: 50, value: 200, unit: 'ms' },
    {
      name: 'patience',
      label: 'You press Cancel after',
      min: 20,
      max: 2000,
      step: 20,
      value: 120,
      unit: 'ms',
    },
  ],
  net,
  screen: true,
  prediction: {
    kind: 'choice',
    question: 'The page says “Too late”. What becomes of the request?',
    truthLabel: 'What it did',
    options: [
      { id: 'stopped', label: 'It stops there' },
      { id: 'on', label: 'It goes on to its end' },
      { id: 'failed', label: 'It fails' },
    ],
    truth: fate,
  },
  first: {
    id: 'raced',
    label: 'A race',
    heading: 'As most people write it',
    shows: 'raced',
    run: (stage, numbers) => raced(world(stage, numbers)),
    after: racedAfter,
    figure,
    stepper:
      "const limit = 200;\nconst net = {\n  get: (path) =>\n    new Promise((done) => setTimeout(done, 1400, 'The map')),\n};",
  },
  fixes: [
    {
      id: 'timed',
      label: 'A time limit',
      heading: 'Give the request a time limit',
      shows: 'timed',
      run: (stage, numbers) => timed(world(stage, numbers)),
      after: (outcome) =>
        missing('timeout') ??
        endedBy(
          outcome,
          `The request itself was told, at ${endWords(outcome)}, and stopped. Its error is called [[TimeoutError]], so that code can tell the clock from a person.`,
        ),
      figure,
    },
    {
      id: 'cancelled',
      label: 'A key',
      heading: 'Let people cancel',
      shows: 'cancelled',
      run: (stage, numbers) => cancelled(world(stage, numbers)),
      after: (outcome) =>
        endedBy(
          outcome,
          `Pressed at ${endWords(outcome)}, and in that moment the request was gone. [[AbortController]] is the key, its [[AbortSignal|signal]] the wire to whatever should stop. [[AbortError]] is no failure: somebody changed their mind.`,
        ),
      figure,
    },
    {
      id: 'either',
      label: 'Either',
      heading: 'Whichever comes first',
      shows: 'either',
      run: (stage, numbers) => either(world(stage, numbers)),
      after: (outcome) => missing('any') ?? missing('timeout') ?? eitherAfter(outcome),
      figure,
    },
    {
      id: 'forever',
      label: 'No limit',
      heading: 'A server that never answers',
      shows: 'forever',
      run: (stage, numbers) => forever(world(stage, numbers)),
      after: (outcome) =>
        `${rounded(outcome.trace.totalMs)} later it still says ${lastShown(outcome.trace) ?? 'nothing'}: no answer, no error, nothing for \`catch\`. The standard gives \`fetch\` no time limit. Browsers have their own, of minutes, and nobody looks on for so long.`,
      figure: (outcome) => ({ value: rounded(outcome.trace.totalMs), words: 'and it still waits' }),
    },
  ],
  result: (outcome) =>
    fate(outcome) === 'on' ? 'Nobody told the request' : 'The request came to another end',
  why: [
    'A loser that runs on takes what it takes: data, battery, a connection, a place in the server’s queue. Press Try again five times, and six of them run.',
    'Aborting ends the wait and the transfer. What the server has already done, it has done: whether the ticket is booked, nobody knows from here. **What must not happen twice needs a number of its own**, so that the server knows the second try for the first.',
    'The signal is made for handing on: to `fetch`, to `addEventListener`, to a stream’s `pipeTo`, and to your own loops, which look at `signal.aborted` between two steps. A function that takes long should take a signal, and every request should have a time limit.',
  ],
};
