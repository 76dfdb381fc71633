import { formatMs, formatMsFigure } from '../../../ui/format.ts';
import type { Lesson, Numbers, Outcome } from '../../model/lesson.ts';
import type { StageWorld, World } from '../../stage/world.ts';
import { canShare } from '../../threads/work.ts';
import Posts from './Posts.svelte';
import { keyOf, posted, withWorker, type Posted, type PostRun, type Tools } from './post.ts';
import { code } from './program.ts?code';
import { bySize, context, copying, moving, sharing } from './program.ts';

const of = ({ value }: Outcome): PostRun | null => (value ?? null) as PostRun | null;
const first = (outcome: Outcome): Posted | null => of(outcome)?.posts[0] ?? null;
/** Below this nobody could feel it: a sixteenth of a frame's time. */
const NOTHING_MS = 1;

/** Who was kept by the copy. */
function payer(outcome: Outcome): 'page' | 'worker' | 'nobody' {
  const seen = first(outcome);
  if (seen === null || seen.arrivedMs < NOTHING_MS) return 'nobody';
  return seen.busyMs >= NOTHING_MS ? 'page' : 'worker';
}

const busy = (outcome: Outcome): string => formatMs(first(outcome)?.busyMs ?? null);

function copyAfter(outcome: Outcome): string {
  const seen = first(outcome);
  if (seen === null) return '';
  const { busyMs, arrivedMs } = seen;
  const lead = `Posting ${String(seen.mb)} MB kept this [[thread]] for ${formatMs(busyMs)}; after ${formatMs(arrivedMs)} the worker had them.`;
  return payer(outcome) === 'page'
    ? `${lead} \`postMessage\` returns only when the [[clone]] is made: **the sender pays**, and while it pays it hears nobody.`
    : `${lead} At this size the copy costs this device hardly anything. Send more, and run it again.`;
}

function against(seen: Posted): string {
  const copy = posted.of(keyOf('copied', seen.mb));
  return copy === null ? '' : ` The copy had kept it for ${formatMs(copy.busyMs)}.`;
}

function moveAfter(outcome: Outcome): string {
  const seen = first(outcome);
  if (seen === null) return '';
  return `${String(seen.mb)} MB, and this thread was busy for ${formatMs(seen.busyMs)}.${against(seen)} The price: the buffer is empty here now, 0 bytes. After a [[transfer]] only the receiver can use it.`;
}

function shareAfter(outcome: Outcome): string {
  const seen = first(outcome);
  if (seen === null) {
    return 'This page isn’t cross-origin isolated, so the browser gives it no `SharedArrayBuffer`. Where it is, both threads see the same bytes at once, and nothing is copied or moved.';
  }
  return `Busy for ${formatMs(seen.busyMs)}, and both sides still have the bytes: they are the same ones.${against(seen)} That brings a danger of its own, which is a lesson of its own: shared memory.`;
}

function sizeAfter(outcome: Outcome): string {
  const posts = of(outcome)?.posts.filter(({ way }) => way === 'copied') ?? [];
  const [small, large] = [posts[0], posts.at(-1)];
  if (small === undefined || large === undefined) return '';
  const missing = canShare() ? '' : ' Sharing isn’t available here: this page isn’t isolated.';
  return `A copy grows with the size: ${formatMsFigure(small.busyMs)} ms for a kilobyte, ${formatMsFigure(large.busyMs)} ms for ${String(large.mb)} MB. Moving stays near the cost of an empty message.${missing}`;
}

function run(
  needs: { readonly bytes?: boolean; readonly shared?: boolean },
  program: (world: World & Tools) => Promise<void>,
) {
  return (stage: StageWorld, numbers: Numbers): Promise<PostRun> =>
    withWorker(stage, numbers, needs, (tools) => program(stage.extend(tools)));
}

const figure = (outcome: Outcome) => ({ value: busy(outcome), words: 'the sender was busy' });

export const lesson: Lesson = {
  name: 'workers',
  idea: 'A worker is a second thread in a room of its own: no page, no shared variables, only messages. What you send has to be carried there.',
  intro: [
    'A second cook helps only if the vegetables reach the other kitchen. You can copy each recipe by hand, carry the only basket over and stand there without it, or work at one table and watch your fingers.',
    'A [[worker]] is that second kitchen. Below, a large buffer goes to one, and the clock says who was kept, and for how long.',
  ],
  code,
  knobs: [{ name: 'mb', label: 'The buffer has', min: 1, max: 64, step: 1, value: 32, unit: 'MB' }],
  ownAxis: true,
  leaveOut: ['console'],
  needs: 'browser',
  prediction: {
    kind: 'choice',
    question: 'A buffer is posted to a worker. Who has to wait while it is copied?',
    truthLabel: 'It was',
    options: [
      { id: 'nobody', label: 'Nobody: only its address is sent' },
      { id: 'worker', label: 'The worker, while it takes it' },
      { id: 'page', label: 'The page, inside postMessage' },
    ],
    truth: payer,
  },
  first: {
    id: 'copy',
    label: 'Copy',
    heading: 'Send a copy',
    shows: 'copying',
    run: run({ bytes: true }, copying),
    after: copyAfter,
    figure,
  },
  fixes: [
    {
      id: 'move',
      label: 'Move',
      heading: 'Hand it over',
      shows: 'moving',
      run: run({ bytes: true }, moving),
      after: moveAfter,
      figure,
    },
    {
      id: 'share',
      label: 'Share',
      heading: 'One memory for both',
      shows: 'sharing',
      run: run({ shared: true }, sharing),
      after: shareAfter,
      figure,
    },
    {
      id: 'size',
      label: 'By size',
      heading: 'All three, by size',
      shows: 'bySize',
      run: run({}, bySize),
      after: sizeAfter,
      figure: (outcome) => ({ value: formatMs(of(outcome)?.startMs ?? null), words: 'to start the worker' }),
    },
    {
      id: 'context',
      label: 'Its room',
      heading: 'What a worker hasn’t got',
      shows: 'context',
      run: run({}, context),
      after: (outcome) => {
        const gone = of(outcome)?.scope.filter(({ there }) => !there) ?? [];
        return `The worker hasn’t got ${gone.map(({ name }) => `\`${name}\``).join(', ')}: it can calculate and fetch, and leaves the page to the page. None of your variables are there either; its module was loaded afresh.`;
      },
      figure: (outcome) => ({ value: formatMs(of(outcome)?.startMs ?? null), words: 'to start the worker' }),
    },
  ],
  figure: { view: Posts, instead: false },
  result: (outcome) =>
    ({
      page: `The page paid: ${busy(outcome)} inside \`postMessage\``,
      worker: `The page was busy for only ${busy(outcome)}`,
      nobody: 'Too little to be felt by either side',
    })[payer(outcome)],
  why: [
    'A worker that starts for every small job spends most of its time starting. Keep a few and give them one thing after the other: that is a pool.',
    'Count both ways. The answer comes back as a message too, and a large object that arrives is unpacked on the thread that receives it, which is again the page’s.',
    'Send bytes in a buffer and move it; send ids and names rather than whole trees of objects. A photo of 12 megapixels is 48 MB once it is unpacked, so this is an everyday size.',
    'Functions, DOM nodes and an `AbortSignal` can’t be cloned at all: `postMessage` throws a `DataCloneError`.',
  ],
};
