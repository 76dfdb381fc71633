import { formatMs, formatMsFigure, formatPercent } from '../../../ui/format.ts';
import type { Lesson, Outcome } from '../../model/lesson.ts';
import { code } from './program.ts?code';
import { everyWay, microtask, task } from './program.ts';
import { allWays, felt, oneWay, standInAt, WAYS, type SlicesRun } from './slices.ts';
import Ways from './Ways.svelte';

const of = ({ value }: Outcome): SlicesRun | null => (value ?? null) as SlicesRun | null;
const ms = (value: number | null | undefined): string => formatMs(value == null ? null : Math.round(value));

function ending(outcome: Outcome): 'slice' | 'end' {
  const seen = of(outcome)?.felt;
  const left = (seen?.wallMs ?? 0) - standInAt(outcome.numbers);
  return (seen?.standInMs ?? 0) > left / 2 ? 'end' : 'slice';
}

function firstAfter(outcome: Outcome): string {
  const seen = of(outcome)?.felt;
  if (seen == null) return '';
  return `The stand-in for a tap was due at ${ms(standInAt(outcome.numbers))} and waited ${ms(seen.standInMs)}. \`await null\` ends the function’s turn, but what follows it is a [[microtask]], and all of those run before the browser takes the next [[task]] or draws a [[frame]].`;
}

function taskAfter(outcome: Outcome): string {
  const seen = of(outcome)?.felt;
  const before = felt.of('microtask');
  if (seen == null) return '';
  const cost =
    before === null
      ? ''
      : ` The work took ${ms(seen.wallMs)} in place of ${ms(before.wallMs)}: that is what the turns, and the frames drawn in them, cost.`;
  return `Now the stand-in tap waited ${ms(seen.standInMs)}, and the longest time without a frame was ${ms(seen.frozenMs)}.${cost}`;
}

/** The ways that let a stand-in tap in, with the quickest first. */
function quickest(): { readonly label: string; readonly wallMs: number } | null {
  const good = WAYS.flatMap(({ name, label }) => {
    const seen = felt.of(name);
    const none = felt.of('none');
    if (seen === null || none === null || (seen.standInMs ?? Infinity) > (none.standInMs ?? 0) / 4) return [];
    return [{ label, wallMs: seen.wallMs }];
  });
  return good.sort((a, b) => a.wallMs - b.wallMs)[0] ?? null;
}

function allAfter(outcome: Outcome): string {
  const none = felt.of('none');
  const best = quickest();
  const missing = of(outcome)?.missing ?? [];
  const gone = missing.length === 0 ? '' : ` Not available in this browser: ${missing.join(', ')}.`;
  if (none === null) return gone;
  const cost = best === null ? null : Math.max(0, best.wallMs / none.wallMs - 1);
  const lead =
    best === null || cost === null
      ? 'No way let the tap in early this time: something else kept this page busy.'
      : `Of those that let the tap in early, **${best.label}** was the quickest here: ${formatMsFigure(Math.round(best.wallMs))} ms, ${cost < 0.005 ? 'no more than' : `${formatPercent(cost)} more than`} without any turn.`;
  return `${lead} An animation frame gives one turn per frame, so most of the time is waiting. Where timers or taps had to wait, turns were given, but not to them.${gone}`;
}

export const lesson: Lesson = {
  name: 'yielding',
  idea: 'A long loop must give the thread back now and then, and only some ways of waiting really do.',
  intro: [
    'You photocopy a whole book, and behind you stands somebody with one page. Stepping aside after every chapter costs you little. Stepping aside so that nobody can get past costs you the same, and helps nobody.',
    'Below, a long job is cut into slices of 5 ms, and between them the code says `await`. **Tap anywhere while it runs.** A timer stands in for a tap as well.',
  ],
  code,
  knobs: [
    { name: 'work', label: 'The work takes about', min: 100, max: 1000, step: 50, value: 400, unit: 'ms' },
  ],
  ownAxis: true,
  leaveOut: ['console'],
  needs: 'browser',
  prediction: {
    kind: 'choice',
    question: 'Between slices of 5 ms stands `await null`. How long may a tap have to wait?',
    truthLabel: 'It waited',
    options: [
      { id: 'slice', label: 'For about a slice' },
      { id: 'end', label: 'Until all the work is done' },
    ],
    truth: ending,
  },
  first: {
    id: 'microtask',
    label: 'await null',
    heading: 'A turn that isn’t one',
    shows: 'microtask',
    run: (stage, numbers) => oneWay(stage, numbers, 'microtask', (tools) => microtask(stage.extend(tools))),
    after: firstAfter,
  },
  fixes: [
    {
      id: 'task',
      label: 'A task',
      heading: 'A turn in a task',
      shows: 'task',
      run: (stage, numbers) => oneWay(stage, numbers, 'task', (tools) => task(stage.extend(tools))),
      after: taskAfter,
      figure: (outcome) => ({ value: ms(of(outcome)?.felt?.standInMs), words: 'the stand-in tap waited' }),
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
  figure: { view: Ways, instead: false },
  result: (outcome) => `The tap waited ${ms(of(outcome)?.felt?.standInMs)}`,
  why: [
    '`await` doesn’t mean “let the page breathe”. It means “go on when this promise is settled”, and if it is settled already, nobody gets in between.',
    'A message to yourself (`MessageChannel`) and `scheduler.postTask` make a real [[task]]. `setTimeout` does too, but browsers hold nested timers back for 4 ms, so many short slices become slow. `scheduler.yield` goes on before other tasks of its kind: quick for you, and hard on timers that wait.',
    '`requestAnimationFrame` is for drawing: one turn per frame. `requestIdleCallback` waits until nothing else is to do, and isn’t in every browser.',
    'Yielding makes work polite, not quick. If there is a lot of it, it belongs on another thread: a [[worker]].',
  ],
};
