/**
 * What a task is. Kernels take plain data and give plain data; nothing here knows which thread it is on.
 *
 * A task is cut into **parts** (independent: they may run at the same time) and a part into **steps**
 * (short: between two steps a run may yield or hear an abort). The same `steps` generator is driven by
 * every strategy, so all of them run the very same work.
 */

import type { TaskId } from './ids.ts';

/** `divisible`: parts run at once. `resumable`: steps in order. `indivisible`: one step. */
export type Nature = 'divisible' | 'resumable' | 'indivisible';

/** Which twin of a kernel runs. */
export type Engine = 'ts' | 'wasm';

/** A half-open range of bytes, `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One independent piece of a run. Plain data: it crosses threads by structured clone. */
export interface Part {
  /** Position in `Plan.parts`, from 0. */
  readonly index: number;
  /** The bytes of the input this part reads (it sees nothing else); empty where the task has no input. */
  readonly input: Span;
  /** The bytes of the output this part writes; ranges of different parts never overlap. */
  readonly output: Span;
  /** Estimated work in any unit, the same for all parts of a plan: drives progress. */
  readonly cost: number;
  /** Which stage it belongs to; 0 if not told. No part of a stage begins before all parts of the stages before have ended. */
  readonly stage?: number;
}

export interface Plan<P extends Part = Part> {
  /** In order of their stages. Outputs of parts of one stage never overlap; a later stage may write where an earlier one did. */
  readonly parts: readonly P[];
  readonly outputBytes: number;
  /**
   * Early end: so many finds (`Task.found`) are enough, those of the first parts. Once the parts 0…n hold them, no
   * part after n is begun, and those under way are stopped; the parts up to n all run to their end. So what was
   * found doesn't depend on who was quicker.
   */
  readonly enough?: number;
  /** With an early end: the cost after which one may expect it. */
  readonly expectedCost?: number;
  /** Bytes that a part keeps beside its input and output in WebAssembly's memory, where that is more than some lines. */
  readonly spareBytes?: number;
}

/**
 * What a kernel yields at the end of a step: nothing, or the bytes that it needs next, relative to the
 * start of its part's input. The driver hands those bytes to `next()`; a kernel must not keep or change them.
 */
export type StepEnd = Span | undefined;

/** A part at work. The hot loops live in plain functions over a range; the generator only sequences them. */
export type Steps = Generator<StepEnd, void, Uint8Array>;

export interface PartJob<Params, Shape, P extends Part = Part> {
  readonly params: Params;
  readonly shape: Shape;
  readonly part: P;
  /** The part's own piece of the output, `part.output.end - part.output.start` bytes, zeroed or stale. */
  readonly out: Uint8Array;
  /** What `Task.earlier` asked for, in that order: to be read, never to be changed. */
  readonly earlier?: readonly Uint8Array[];
}

/** What is known of a task before its kernel is loaded. */
export interface TaskInfo<Params = unknown> {
  readonly id: TaskId;
  readonly engines: readonly Engine[];
  /** The names `parse` understands. */
  readonly paramNames: readonly string[];
  /** Reads parameters from text (a link, the command line); throws `ParamError` with one clear sentence. */
  parse(raw: Readonly<Record<string, string>>): Params;
}

/**
 * A kind of job.
 *
 * - `Params`: what a person may set (plain data).
 * - `Shape`: what is known of the input without reading it (plain data): a picture's size, files' lengths.
 */
export interface Task<Params = unknown, Shape = unknown, P extends Part = Part> extends TaskInfo<Params> {
  /** The nature of this very job: one file and SHA-256 is `resumable`, many files are `divisible`. */
  nature(params: Params, shape: Shape): Nature;
  /** Cuts the job. Pure arithmetic; the same arguments always give the same plan. */
  plan(params: Params, shape: Shape): Plan<P>;
  /** The kernel. A step should take at most about 2 ms on a laptop. */
  steps(job: PartJob<Params, Shape, P>): Steps;
  /**
   * Which bytes of the output a part of a later stage reads, as the stages before left them. It may look at the
   * output to say so: that is what decides how two sorted runs are cut.
   */
  earlier?(part: P, output: Uint8Array, params: Params, shape: Shape): readonly Span[];
  /** Where a plan may end early: how many of what is looked for the part has found, read from its output. */
  found?(out: Uint8Array, part: P): number;
  /** Turns the parts' outputs into the result where they are not simply the result already. */
  finish?(output: Uint8Array, params: Params, shape: Shape): Uint8Array;
}

/** A parameter that can't be used; `message` is one sentence that says what to do. */
export class ParamError extends Error {
  override readonly name = 'ParamError';
  constructor(
    readonly param: string,
    message: string,
  ) {
    super(message);
  }
}

/** Input that can't be worked on; `message` is one sentence that says where and why, to be shown as it is. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

/** No bytes: the input of a task that needs none. */
export const NO_INPUT: Span = { start: 0, end: 0 };
