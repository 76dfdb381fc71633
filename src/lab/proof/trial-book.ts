import type { Job, PartDone } from '../../strategies/contract.ts';
import { partOutput } from '../../strategies/part-output.ts';
import type { ProofParams } from '../../tasks/proof-of-work/info.ts';
import { FOUND, NONCES, TRIED } from '../../tasks/proof-of-work/plan.ts';
import { wordsIn } from '../../tasks/proof-of-work/steps.ts';

/** What one part came to. */
export interface Trial {
  readonly part: number;
  readonly thread: number;
  readonly ms: number;
  readonly tried: number;
  readonly nonces: readonly number[];
  /** It was stopped on its way. */
  readonly dropped: boolean;
}

/** What one thread came to, or all of them. */
export interface Tally {
  readonly tried: number;
  /** Of those, hashes that nobody needed: of parts after the last one that counts. */
  readonly thrown: number;
  /** Time in kernels. */
  readonly ms: number;
}

const NOTHING: Tally = { tried: 0, thrown: 0, ms: 0 };

/** Who tried how many nonces in one run. */
export class TrialBook {
  readonly trials: Trial[] = [];
  #wanted = 1;

  /** A part has ended, or was stopped; what it wrote lies in the job's output. */
  part({ part, thread, start, end, dropped }: PartDone, job: Job): void {
    const words = wordsIn(partOutput(job, part));
    const found = words[FOUND] as number;
    this.#wanted = (job.params as ProofParams).find;
    this.trials.push({
      part: part.index,
      thread,
      ms: end - start,
      tried: words[TRIED] as number,
      nonces: [...words.subarray(NONCES, NONCES + found)],
      dropped: dropped === true,
    });
  }

  /** The last part that counts: those up to it hold as many finds as are wanted. Infinity while they don't. */
  get last(): number {
    let found = 0;
    const ended = this.trials.filter(({ dropped }) => !dropped).sort((a, b) => a.part - b.part);
    for (const { part, nonces } of ended) {
      found += nonces.length;
      if (found >= this.#wanted) return part;
    }
    return Infinity;
  }

  /** By thread, in their order. */
  threads(): ReadonlyMap<number, Tally> {
    const { last } = this;
    const tallies = new Map<number, Tally>();
    for (const trial of [...this.trials].sort((a, b) => a.thread - b.thread)) {
      const before = tallies.get(trial.thread) ?? NOTHING;
      tallies.set(trial.thread, plus(before, trial, trial.part > last));
    }
    return tallies;
  }

  total(): Tally {
    const { last } = this;
    return this.trials.reduce((sum, trial) => plus(sum, trial, trial.part > last), NOTHING);
  }
}

function plus(sum: Tally, { tried, ms }: Trial, needless: boolean): Tally {
  return { tried: sum.tried + tried, thrown: sum.thrown + (needless ? tried : 0), ms: sum.ms + ms };
}
