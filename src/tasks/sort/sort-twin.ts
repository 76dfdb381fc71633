import type { PartJob, Steps } from '../contract.ts';
import type { Room, Twin } from '../twin.ts';
import { ORDERS, type SortParams } from './info.ts';
import { BYTES, type RunPart, type SortPart } from './plan.ts';
import { BLOCK, levelsOf } from './run.ts';
import type { NoShape } from './sort.ts';

/** Numbers merged in a step: about 0.3 ms. Making numbers and sorting blocks take longer for each. */
const MERGED = 1 << 19;
const SORTED = 1 << 17;
/** What merging needs beside its rows. */
const SCRATCH_BYTES = 32;

/** What sort.as.ts exports. Rows are an address and a count of numbers. */
interface SortKernel {
  writeBlocks(
    ...args: readonly [out: number, count: number, place: number, total: number, order: number, seed: number]
  ): void;
  coRank(
    ...args: readonly [a: number, aCount: number, b: number, bCount: number, count: number, least: number]
  ): number;
  merge(
    ...args: readonly [a: number, aCount: number, b: number, bCount: number, out: number, scratch: number]
  ): void;
  mergePairs(
    ...args: readonly [
      ...[from: number, to: number, count: number, width: number],
      ...[first: number, last: number, scratch: number],
    ]
  ): void;
}

type SortJob = PartJob<SortParams, NoShape, SortPart>;

export const sortTwin: Twin<SortParams, NoShape, SortPart, SortKernel> = {
  *steps(kernel, job, room) {
    const work: Work = { kernel, scratch: room.scratch(SCRATCH_BYTES) };
    yield* job.part.kind === 'run' ? runSteps(work, job, job.part, room) : mergeSteps(work, job, room);
  },
};

interface Work {
  readonly kernel: SortKernel;
  readonly scratch: number;
}

/** Two neighbouring sorted rows, and the place where they are merged to. */
interface Rows {
  readonly a: number;
  readonly aCount: number;
  readonly b: number;
  readonly bCount: number;
  readonly out: number;
}

function* runSteps(work: Work, { params, out }: SortJob, part: RunPart, room: Room): Steps {
  const length = out.length / BYTES;
  const target = room.output(out);
  const spare = room.scratch(out.length);
  // Each level goes from one to the other: it begins where it will end in the output.
  let [now, next] = levelsOf(length) % 2 === 0 ? [target, spare] : [spare, target];
  const rest = [params.count, ORDERS.indexOf(params.order), params.seed] as const;
  for (let at = 0; at < length; at += SORTED) {
    const count = Math.min(SORTED, length - at);
    work.kernel.writeBlocks(now + at * BYTES, count, part.start + at, ...rest);
    yield;
  }
  for (let width = BLOCK; width < length; width *= 2) {
    yield* levelSteps(work, { now, next, length, width });
    [now, next] = [next, now];
  }
}

interface Level {
  readonly now: number;
  readonly next: number;
  readonly length: number;
  readonly width: number;
}

/** One level: all rows of `width` merged in pairs. */
function* levelSteps(work: Work, { now, next, length, width }: Level): Steps {
  if (2 * width <= MERGED) {
    for (let at = 0; at < length; at += MERGED) {
      const last = Math.min(at + MERGED, length);
      work.kernel.mergePairs(now, next, length, width, at, last, work.scratch);
      yield;
    }
    return;
  }
  for (let at = 0; at < length; at += 2 * width) {
    const aCount = Math.min(width, length - at);
    const bCount = Math.min(width, length - at - aCount);
    const a = now + at * BYTES;
    yield* cutSteps(work, { a, aCount, b: a + aCount * BYTES, bCount, out: next + at * BYTES });
  }
}

function* mergeSteps(work: Work, { out, earlier = [] }: SortJob, room: Room): Steps {
  const [first, second] = earlier;
  if (first === undefined || second === undefined) return;
  yield* cutSteps(work, {
    a: room.input(first, 0),
    aCount: first.length / BYTES,
    b: room.input(second, 1),
    bCount: second.length / BYTES,
    out: room.output(out),
  });
}

/** One merge, cut into steps as it is cut into parts. */
function* cutSteps({ kernel, scratch }: Work, { a, aCount, b, bCount, out }: Rows): Steps {
  const count = aCount + bCount;
  let taken = 0;
  for (let done = 0; done < count; done += MERGED) {
    const upTo = Math.min(done + MERGED, count);
    // See `coRankAfter`: never a piece of less than nothing.
    const next = Math.min(kernel.coRank(a, aCount, b, bCount, upTo, taken), taken + upTo - done);
    const other = done - taken;
    const row = [b + other * BYTES, upTo - next - other] as const;
    kernel.merge(a + taken * BYTES, next - taken, ...row, out + done * BYTES, scratch);
    taken = next;
    yield;
  }
}
