import type { Part, Span, Task } from '../../../src/tasks/contract.ts';
import { PartDriver } from '../../../src/tasks/drive.ts';
import { bandPart } from '../../../src/tasks/image/bands.ts';
import type { ImageShape } from '../../../src/tasks/image/shape.ts';

/** What a test runs: a task with all that it needs. */
export interface Job<Params, Shape, P extends Part> {
  readonly task: Task<Params, Shape, P>;
  readonly params: Params;
  readonly shape: Shape;
  readonly input: Uint8Array;
}

/** Filled before the run, so that a byte nobody wrote is seen: two runs with different fillings must agree. */
export function runParts<Params, Shape, P extends Part>(
  { task, params, shape, input }: Job<Params, Shape, P>,
  parts: readonly P[],
  filling = 0xa5,
): Uint8Array {
  const output = new Uint8Array(Math.max(0, ...parts.map((part) => part.output.end))).fill(filling);
  for (const stage of stagesIn(parts)) {
    const under = stage.map((part) => {
      const out = output.subarray(part.output.start, part.output.end);
      const earlier = earlierIn(output, task.earlier?.(part, output, params, shape));
      const source = input.subarray(part.input.start, part.input.end);
      return new PartDriver(task.steps({ params, shape, part, out, earlier }), source);
    });
    interleave(under);
  }
  return output;
}

/** The parts of each stage, in order. */
export function stagesIn<P extends Part>(parts: readonly P[]): P[][] {
  const last = parts.at(-1)?.stage ?? 0;
  return Array.from({ length: last + 1 }, (_, i) => parts.filter(({ stage = 0 }) => stage === i));
}

/** What a part reads of the output. */
export function earlierIn(output: Uint8Array, spans: readonly Span[] = []): Uint8Array[] {
  return spans.map(({ start, end }) => output.subarray(start, end));
}

/** One step of each in turn: parts that shared scratch memory would spoil each other. */
function interleave(drivers: readonly PartDriver[]): void {
  let left = [...drivers];
  while (left.length > 0) left = left.filter((driver) => driver.step() !== true);
}

export function runPlan<Params, Shape, P extends Part>(
  job: Job<Params, Shape, P>,
  filling?: number,
): Uint8Array {
  return runParts(job, job.task.plan(job.params, job.shape).parts, filling);
}

/** A picture's parts cut at the given rows. */
export function cutAt(shape: ImageShape, halo: number, cuts: readonly number[]): Part[] {
  const inner = cuts
    .map((cut) => 1 + (cut % Math.max(1, shape.height - 1)))
    .filter((row) => row < shape.height);
  const edges = [...new Set([0, ...inner, shape.height])].sort((a, b) => a - b);
  return edges.slice(1).map((bottom, index) => {
    return bandPart(shape, { halo, repeat: 1 }, { index, top: edges[index] ?? 0, bottom });
  });
}

/** The parts' outputs lie one after another, without gap or overlap, and fill the output. */
export function tilesOutput(parts: readonly Part[], outputBytes: number): boolean {
  const starts = parts.map((part) => part.output.start);
  const ends = parts.map((part) => part.output.end);
  return [...starts, outputBytes].every((start, i) => start === (i === 0 ? 0 : ends[i - 1]));
}

/** Where two results differ first, or `null`: a matcher that compares megabytes element by element takes seconds. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | null {
  const longest = Math.max(a.length, b.length);
  for (let i = 0; i < longest; i++) if (a[i] !== b[i]) return i;
  return null;
}
