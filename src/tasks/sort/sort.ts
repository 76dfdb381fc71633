import type { PartJob, Span, Steps, Task } from '../contract.ts';
import { sortInfo, type SortParams } from './info.ts';
import { coRank, coRankAfter, makeRows, mergeCut, type Cut, type Rows } from './merge.ts';
import { writeNumbers } from './numbers.ts';
import { BYTES, planSort, type MergePart, type RunPart, type SortPart } from './plan.ts';
import { BLOCK, levelsOf, mergePairs, pairRows, sortBlocks } from './run.ts';

/** It makes its own numbers, so there is nothing to know of an input. */
export type NoShape = Record<string, never>;

/** Numbers merged in a step: about 0.4 ms. Sorting blocks and making numbers take longer for each. */
const MERGED = 1 << 17;
const SORTED = 1 << 15;

/** Merge sort: runs are sorted side by side, then merged in rounds. The result is the numbers, least first. */
export const sort: Task<SortParams, NoShape, SortPart> = {
  ...sortInfo,
  nature: () => 'divisible',
  plan: (params) => planSort(params),
  steps: (job) => (job.part.kind === 'run' ? runSteps(job, job.part) : mergeSteps(job)),
  earlier: (part, output, { count }) => (part.kind === 'run' ? [] : piecesOf(part, output, count)),
  finish: (output, { count }) => output.subarray(0, count * BYTES),
};

type SortJob = PartJob<SortParams, NoShape, SortPart>;

function numbersOf({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, byteLength / BYTES);
}

function* runSteps({ params, out }: SortJob, part: RunPart): Steps {
  const target = numbersOf(out);
  const { length } = target;
  const spare = new Int32Array(length);
  // Each level goes from one to the other: it begins where it will end in the output.
  let [now, next] = levelsOf(length) % 2 === 0 ? [target, spare] : [spare, target];
  for (let at = 0; at < length; at += SORTED) {
    const end = Math.min(at + SORTED, length);
    writeNumbers(now.subarray(at, end), part.start + at, params);
    sortBlocks(now, at, end);
    yield;
  }
  for (let width = BLOCK; width < length; width *= 2) {
    yield* levelSteps(pairRows(now, next), width);
    [now, next] = [next, now];
  }
}

/** One level: all rows of `width` merged in pairs. */
function* levelSteps(rows: Rows, width: number): Steps {
  const { length } = rows.a;
  if (2 * width <= MERGED) {
    for (let at = 0; at < length; at += MERGED) {
      mergePairs(rows, width, at, Math.min(at + MERGED, length));
      yield;
    }
    return;
  }
  for (let at = 0; at < length; at += 2 * width) {
    const middle = Math.min(at + width, length);
    const end = Math.min(at + 2 * width, length);
    yield* cutSteps(rows, { i: at, iEnd: middle, j: middle, jEnd: end, k: at });
  }
}

function* mergeSteps({ out, earlier = [] }: SortJob): Steps {
  const [a, b] = earlier.map(numbersOf);
  if (a === undefined || b === undefined) return;
  const rows = makeRows(a, b, numbersOf(out));
  yield* cutSteps(rows, { i: 0, iEnd: a.length, j: 0, jEnd: b.length, k: 0 });
}

/** One merge, cut into steps as it is cut into parts. */
function* cutSteps(rows: Rows, cut: Cut): Steps {
  const count = cut.iEnd - cut.i + cut.jEnd - cut.j;
  let taken = 0;
  for (let done = 0; done < count; done += MERGED) {
    const upTo = Math.min(done + MERGED, count);
    const next = coRankAfter(rows, cut, upTo, { done, taken });
    const i = { i: cut.i + taken, iEnd: cut.i + next };
    mergeCut(rows, { ...i, j: cut.j + done - taken, jEnd: cut.j + upTo - next, k: cut.k + done });
    taken = next;
    yield;
  }
}

/** What of its two rows a part merges: told by the numbers themselves. */
function piecesOf(
  { start, middle, end, from, first, last }: MergePart,
  output: Uint8Array,
  count: number,
): Span[] {
  const all = numbersOf(output);
  const rows = { a: all, b: all };
  const base = from * count;
  const cut = { i: base + start, iEnd: base + middle, j: base + middle, jEnd: base + end, k: 0 };
  const least = coRank(rows, cut, first);
  const most = coRankAfter(rows, cut, last, { done: first, taken: least });
  return [
    { start: (cut.i + least) * BYTES, end: (cut.i + most) * BYTES },
    { start: (cut.j + first - least) * BYTES, end: (cut.j + last - most) * BYTES },
  ];
}
