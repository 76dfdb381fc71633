import type { Plan } from './contract.ts';

/** Index of the last part that is still wanted. */
const LAST = 0;
/** How many parts have ended. */
const ENDED = 1;
/** From here on, a cell a part: 0 while it hasn't ended, else one more than it has found. */
const FOUND = 2;

/** More than any plan has parts. */
const EVERYTHING = 1 << 30;

/**
 * What all threads of a run know of its parts: which have ended, what they found, and which are still wanted. On
 * shared memory every thread reads and writes it; nobody has to be asked.
 */
export class Ledger {
  readonly #cells: Int32Array;
  readonly #enough: number;

  /** `enough`: as in `Plan`. */
  constructor(memory: ArrayBuffer | SharedArrayBuffer, enough: number | undefined) {
    this.#cells = new Int32Array(memory);
    this.#enough = enough ?? Infinity;
  }

  static bytes({ parts }: Plan): number {
    return (FOUND + parts.length) * Int32Array.BYTES_PER_ELEMENT;
  }

  /** The ledger of a run that begins: nothing has ended, all is wanted. `memory`: zeroed, `bytes(plan)` long. */
  static begin(
    plan: Plan,
    memory: ArrayBuffer | SharedArrayBuffer = new ArrayBuffer(Ledger.bytes(plan)),
  ): Ledger {
    const ledger = new Ledger(memory, plan.enough);
    Atomics.store(ledger.#cells, LAST, plan.parts.length - 1);
    return ledger;
  }

  get last(): number {
    return Atomics.load(this.#cells, LAST);
  }

  wants(index: number): boolean {
    return index <= this.last;
  }

  /** A part has ended, its output is written. */
  ended(index: number, found: number): void {
    Atomics.store(this.#cells, FOUND + index, 1 + found);
    if (found > 0) this.#narrow();
    Atomics.add(this.#cells, ENDED, 1);
    Atomics.notify(this.#cells, ENDED);
  }

  /** Every wanted part has ended, though others may still be under way. */
  get settled(): boolean {
    const end = FOUND + this.last + 1;
    for (let at = FOUND; at < end; at++) if (Atomics.load(this.#cells, at) === 0) return false;
    return true;
  }

  /** Has so much ended? */
  reached(count: number): boolean {
    return Atomics.load(this.#cells, ENDED) >= count;
  }

  /** The run is stopped: nobody waits for parts any more. */
  open(): void {
    // Not only a signal: whoever is about to wait must find that something has changed.
    Atomics.add(this.#cells, ENDED, EVERYTHING);
    Atomics.notify(this.#cells, ENDED);
  }

  /** Waits until another part ends, unless `count` have; resolves at least then. */
  async another(count: number): Promise<void> {
    const seen = Atomics.load(this.#cells, ENDED);
    if (seen < count) await changed(this.#cells, ENDED, seen);
  }

  /** Two threads may be here at a time: each has stored its own finds before it counts, so the later sees all. */
  #narrow(): void {
    let sum = 0;
    for (let index = 0; index <= this.last; index++) {
      const cell = Atomics.load(this.#cells, FOUND + index);
      if (cell > 1) sum += cell - 1;
      if (sum >= this.#enough) {
        this.#lower(index);
        return;
      }
    }
  }

  #lower(index: number): void {
    for (let last = this.last; index < last; last = this.last) {
      if (Atomics.compareExchange(this.#cells, LAST, last, index) === last) return;
    }
  }
}

type WaitAsync = (
  cells: Int32Array,
  index: number,
  value: number,
) => { readonly value: string | Promise<string> };

/** https://tc39.es/ecma262/#sec-atomics.waitasync ; where it is missing (Firefox before 145) the thread itself waits. */
async function changed(cells: Int32Array, index: number, seen: number): Promise<void> {
  const { waitAsync } = Atomics as { waitAsync?: WaitAsync };
  if (waitAsync === undefined) Atomics.wait(cells, index, seen);
  else await waitAsync(cells, index, seen).value;
}
