import type { Job, PartDone } from '../../strategies/contract.ts';
import { partOutput } from '../../strategies/part-output.ts';
import type { PrimesParams } from '../../tasks/primes/info.ts';
import { BIN_OUTPUT, binsOf } from '../../tasks/primes/plan.ts';
import type { Lab } from '../lab.svelte.ts';
import { NO_THREAD } from '../view/threads.ts';

/** Between two looks at what has arrived, in ms: each draws the picture anew. */
const LOOK_MS = 150;

/** What is known of the range: the counts of each bin, and who counted it. */
export interface Range {
  readonly params: PrimesParams;
  readonly bins: number;
  /** As in the result: primes and twin pairs of each bin. */
  readonly counts: Uint8Array;
  readonly threads: Uint8Array;
}

function emptyRange(params: PrimesParams): Range {
  const bins = binsOf(params);
  const counts = new Uint8Array(bins * BIN_OUTPUT);
  return { params, bins, counts, threads: new Uint8Array(bins).fill(NO_THREAD) };
}

/** The range as the newest run counts it. A part costs the run a copy of a few bytes. */
export class PrimesDesk {
  readonly #lab: Lab;
  #range: Range | null = null;
  #job: Job | null = null;
  /** A new object each time something has arrived: that is what the picture hears. */
  #shown = $state.raw<Range | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(lab: Lab) {
    this.#lab = lab;
    lab.onPart((done, job) => {
      if (job.task.id === 'primes') this.#part(done, job);
    });
    lab.onStart(() => {
      this.#job = null;
      if (this.#lab.options.task === 'primes') this.#begin();
    });
  }

  /** What a run would count; `null` until the lab has prepared it. */
  get params(): PrimesParams | null {
    const { prepared } = this.#lab.input;
    return prepared?.draft.task.id === 'primes' ? (prepared.draft.params as PrimesParams) : null;
  }

  /** The newest run's, as far as it came; empty before the first. */
  get range(): Range | null {
    const { params } = this;
    if (params === null) return null;
    return this.#shown?.params.limit === params.limit ? this.#shown : emptyRange(params);
  }

  #begin(): void {
    const { params } = this;
    this.#range = params === null ? null : emptyRange(params);
    this.#later();
  }

  #part({ part, thread }: PartDone, job: Job): void {
    if (this.#job !== job) {
      this.#job = job;
      this.#range = emptyRange(job.params as PrimesParams);
    }
    const range = this.#range;
    if (range === null) return;
    const { start, end } = part.output;
    range.counts.set(partOutput(job, part), start);
    range.threads.fill(thread, start / BIN_OUTPUT, end / BIN_OUTPUT);
    this.#later();
  }

  #later(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#shown = this.#range === null ? null : { ...this.#range };
    }, LOOK_MS);
  }
}

const desks = new WeakMap<Lab, PrimesDesk>();

/** The one desk of a lab: its panel and its result show the same range. */
export function primesDeskOf(lab: Lab): PrimesDesk {
  const desk = desks.get(lab) ?? new PrimesDesk(lab);
  desks.set(lab, desk);
  return desk;
}
