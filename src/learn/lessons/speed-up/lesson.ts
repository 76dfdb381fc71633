import { formatMs, formatPercent, formatPlural, formatSpeedup, sentenceCase } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import type { StageWorld, World } from '../../stage/world.ts';
import { canShare } from '../../threads/work.ts';
import { fitShare } from './amdahl.ts';
import { CORES, inHall, measureCurve, MOST, type Hall, type HallRow, type HallRun } from './hall.ts';
import { code } from './program.ts?code';
import { carrying, claimed, curve, sharing, starting, starved } from './program.ts';
import SpeedUp from './SpeedUp.svelte';

const of = ({ value }: Outcome): HallRun | null => (value ?? null) as HallRun | null;
const pointAt = (outcome: Outcome, workers: number): number | null =>
  of(outcome)?.points.find((point) => point.workers === workers)?.ms ?? null;

/** What remains of one worker's time with a worker for each core, in percent. */
function remaining(outcome: Outcome): number {
  const [one, all] = [pointAt(outcome, 1), pointAt(outcome, CORES)];
  return one === null || all === null || one === 0 ? 100 : (100 * all) / one;
}

const ms = (value: number | undefined): string => formatMs(Math.round(value ?? 0));
const times = (outcome: Outcome): string => formatSpeedup(100 / remaining(outcome));

/** The job itself can be shared nearly wholly. */
const LITTLE = 0.5;

function fitWords(share: number): string {
  if (share > 0.99)
    return 'By Amdahl’s law that fits a job that can be shared wholly: hardly anything was lost on the way.';
  if (share < LITTLE) {
    return `By Amdahl’s law that fits a job of which only ${formatPercent(share)} can be shared. It is made of equal parts, so something else must have kept the cores busy: run it again when the device is quiet.`;
  }
  return `By Amdahl’s law that fits a job of which ${formatPercent(share)} can be shared; the rest is sending, putting together, and cores that had other things to do.`;
}

function curveAfter(outcome: Outcome): string {
  const points = of(outcome)?.points ?? [];
  const share = fitShare(points.filter(({ workers }) => workers <= CORES));
  const [cores, most] = [pointAt(outcome, CORES), pointAt(outcome, MOST)];
  if (share === null || cores === null || most === null) return '';
  const beyond = most < cores * 0.9 ? 'still helped here' : 'bought nothing more';
  return `${sentenceCase(formatPlural(CORES, 'worker'))}: ${times(outcome)} as fast as one. ${fitWords(share)} More workers than the ${formatPlural(CORES, 'core')} this browser reports ${beyond}.`;
}

type Two = (first: HallRow, second: HallRow) => string;

/** A sentence over a variant's two runs. */
function afterTwo(words: Two) {
  return (outcome: Outcome): string => {
    const [first, second] = of(outcome)?.rows ?? [];
    return first === undefined || second === undefined ? '' : words(first, second);
  };
}

function carryWords(here: HallRow, pool: HallRow): string {
  const gain = here.wallMs / pool.wallMs;
  const verdict =
    gain < 1
      ? `On workers it took **longer**: ${ms(pool.wallMs)}.`
      : `On workers it took ${ms(pool.wallMs)}, ${formatSpeedup(gain)} as fast.`;
  return `8 MB of picture, and ${ms(here.wallMs)} of work on this thread. ${verdict} And ${ms(pool.carryMs)} of that the page itself was busy with cutting, sending and putting together. Little work on many bytes is seldom worth the way.`;
}

function shareWords(equal: HallRow, coming: HallRow): string {
  const gap = equal.lastDoneMs - equal.firstDoneMs;
  return `With equal shares the first worker was through after ${ms(equal.firstDoneMs)} and the last after ${ms(equal.lastDoneMs)}: ${ms(gap)} in which somebody stood idle. Taken as they come, ${ms(coming.firstDoneMs)} and ${ms(coming.lastDoneMs)}. Phones have quick cores and slow ones, so equal shares are seldom equal time.`;
}

function starvedAfter(outcome: Outcome): string {
  const row = of(outcome)?.rows[0];
  if (row === undefined) return '';
  return `While this thread was busy, no worker got a new part: one stood still for ${ms(row.idleMs)}. The whole took ${ms(row.wallMs)}. Workers that are fed by the page starve with it.`;
}

function claimedAfter(outcome: Outcome): string {
  const row = of(outcome)?.rows[0];
  if (row === undefined) return '';
  return canShare()
    ? `The same busy thread, and no worker stood still for more than ${ms(row.idleMs)}; all parts were done after ${ms(row.lastDoneMs)}. They count up a number in shared memory, and each takes the part it drew.`
    : `This page isn’t cross-origin isolated, so its workers can’t take parts themselves: one stood still for ${ms(row.idleMs)}. Where memory can be shared, they don’t.`;
}

function hall(labels: readonly string[], program: (world: World & Hall) => Promise<void>, light = false) {
  return (stage: StageWorld, numbers: Numbers): Promise<HallRun> =>
    inHall(stage, numbers, { labels, light }, (tools) => program(stage.extend(tools)));
}

const took = (words: string) => (outcome: Outcome) => ({
  value: ms(of(outcome)?.rows.at(-1)?.wallMs),
  words,
});

export const lesson: Lesson = {
  name: 'speed-up',
  idea: 'Eight workers aren’t eight times faster: starting, carrying and sharing out take time, and there are only so many cores.',
  intro: [
    'Eight people paint a fence no eight times faster than one. Somebody fetches the brushes, they queue at the pot, the slowest still paints when all others sit in the grass.',
    `This browser reports ${formatPlural(CORES, 'core')}. Below, one job goes to one [[worker]], to two, and so on up to ${String(MOST)}, and the clock says what that was worth.`,
  ],
  code,
  knobs: [
    { name: 'work', label: 'The job takes about', min: 100, max: 800, step: 100, value: 300, unit: 'ms' },
  ],
  ownAxis: true,
  leaveOut: ['console', 'timer'],
  needs: 'browser',
  prediction: {
    kind: 'number',
    question: `With ${formatPlural(CORES, 'worker')} instead of one: how much of its time does the job still take?`,
    truthLabel: 'It took',
    min: 5,
    max: 150,
    step: 5,
    unit: '%',
    start: 100,
    near: 10,
    truth: remaining,
  },
  first: {
    id: 'curve',
    label: 'Curve',
    heading: 'One worker more each time',
    shows: 'curve',
    run: (stage, numbers) => measureCurve(stage, numbers, (tools) => curve(stage.extend(tools))),
    after: curveAfter,
    figure: (outcome) => ({ value: times(outcome), words: `with ${formatPlural(CORES, 'worker')}` }),
  },
  fixes: [
    {
      id: 'start',
      label: 'Start',
      heading: 'Starting counts',
      shows: 'starting',
      run: hall(['cold', 'warm'], starting),
      after: afterTwo(
        (cold, warm) =>
          `Cold it took ${ms(cold.wallMs)}, of which ${ms(cold.startMs)} were spent on starting workers; warm ${ms(warm.wallMs)}. For ${ms(warm.computeMs)} of work that may be bearable, for 10 ms it is absurd. Keep workers, don’t make them.`,
      ),
      figure: took('on warm workers'),
    },
    {
      id: 'carry',
      label: 'Carrying',
      heading: 'Carrying counts',
      shows: 'carrying',
      run: hall(['this thread', 'on workers'], carrying, true),
      after: afterTwo(carryWords),
      figure: took('on workers'),
    },
    {
      id: 'shares',
      label: 'Shares',
      heading: 'Cores aren’t equal',
      shows: 'sharing',
      run: hall(['equal shares', 'as they come'], sharing),
      after: afterTwo(shareWords),
      figure: took('as they come'),
    },
    {
      id: 'starved',
      label: 'Starved',
      heading: 'Fed by a busy page',
      shows: 'starved',
      run: hall(['fed by the page'], starved),
      after: starvedAfter,
      figure: took('fed by the page'),
    },
    {
      id: 'claimed',
      label: 'Self-served',
      heading: 'They serve themselves',
      shows: 'claimed',
      run: hall(['self-served'], claimed),
      after: claimedAfter,
      figure: took('self-served'),
    },
  ],
  figure: { view: SpeedUp, instead: false },
  result: (outcome) => `${sentenceCase(formatPlural(CORES, 'worker'))}: ${times(outcome)} as fast`,
  why: [
    '**Amdahl’s law** (1967): if a tenth of the work can’t be shared, no number of workers makes it more than ten times faster. The part that isn’t shared decides.',
    'Measure on the device that people have. A phone’s eight cores are often two quick ones and six slow ones, and when it gets warm it slows all of them.',
    'Leave a core to the page and the browser. A pool that takes all of them makes the very page stutter that it was to keep free.',
    'A job that takes ten milliseconds on one thread needs no pool. Speed is one reason for workers; a page that hears every tap is the better one, and for that a single worker is enough.',
  ],
};
