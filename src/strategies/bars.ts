import type { Bar, BarKind } from './contract.ts';

/** Collects stretches of time as plain numbers while a run goes on; makes objects of them only afterwards. */
export class BarLog {
  readonly #numbers: number[] = [];
  readonly #kinds: BarKind[] = [];
  readonly #origin: number;

  /** `origin`: when the run began; all times are given on the same clock. */
  constructor(origin: number) {
    this.#origin = origin;
  }

  add(start: number, end: number, kind: BarKind): void {
    this.#numbers.push(start, end);
    this.#kinds.push(kind);
  }

  /** Total time of one kind, in ms. */
  sum(kind: BarKind): number {
    let total = 0;
    this.#kinds.forEach((found, i) => {
      if (found === kind) total += (this.#numbers[2 * i + 1] ?? 0) - (this.#numbers[2 * i] ?? 0);
    });
    return total;
  }

  /** In order of their start, relative to the run's own. */
  bars(): Bar[] {
    const bars = this.#kinds.map((kind, i) => ({
      start: (this.#numbers[2 * i] ?? 0) - this.#origin,
      end: (this.#numbers[2 * i + 1] ?? 0) - this.#origin,
      kind,
    }));
    return bars.sort((a, b) => a.start - b.start);
  }
}
