import type { Engine } from '../../tasks/contract.ts';
import type { StrategyId } from '../../tasks/ids.ts';
import type { Lab } from '../lab.svelte.ts';
import { enginesOf } from '../model/engines.ts';
import { TrialBook } from './trial-book.ts';

/** The newest search of each strategy, by each engine. It listens for as long as its lab lives. */
export class ProofDesk {
  /** Of the run under way, or the last one; read by the picture in every frame. */
  current = new TrialBook();
  readonly #books = new Map<string, TrialBook>();

  constructor(lab: Lab) {
    lab.onStart(({ strategy, engine = enginesOf(lab.options)[0] }) => {
      this.current = new TrialBook();
      this.#books.set(`${strategy} ${engine ?? 'ts'}`, this.current);
    });
    lab.onPart((done, job) => {
      if (job.task.id === 'proof-of-work') this.current.part(done, job);
    });
  }

  /** Not state: results are shown when all runs are over. */
  bookOf(strategy: StrategyId, engine: Engine): TrialBook | null {
    return this.#books.get(`${strategy} ${engine}`) ?? null;
  }
}

const desks = new WeakMap<Lab, ProofDesk>();

export function proofDeskOf(lab: Lab): ProofDesk {
  const desk = desks.get(lab) ?? new ProofDesk(lab);
  desks.set(lab, desk);
  return desk;
}
