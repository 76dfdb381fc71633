import { whenFree } from './when-free.ts';

/** So late a mark in the code is not seen to be late. */
const LONGEST_MS = 50;

/**
 * Does the last of what it was asked, once the thread is free: while the slider is dragged every frame asks for another, and
 * where a frame has no room for it the stage and the slider come first.
 */
export class Latest {
  #wanted: (() => void) | null = null;
  #callOff: () => void = () => undefined;

  ask(run: () => void): void {
    const waits = this.#wanted !== null;
    this.#wanted = run;
    if (waits) return;
    this.#callOff = whenFree(() => {
      const wanted = this.#wanted;
      this.#wanted = null;
      wanted?.();
    }, LONGEST_MS);
  }

  stop(): void {
    this.#callOff();
    this.#wanted = null;
  }
}
