import { pan, zoomAt, type MandelbrotParams } from '../../tasks/mandelbrot/view.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the fingers are together: their middle, and how far they are apart (0 for one finger). */
interface Grip extends Point {
  readonly apart: number;
}

/**
 * One finger or the mouse drags, two fingers pinch. What is seen is always computed from where the fingers
 * were set down, so that nothing is lost to rounding on the way. All places in pixels of the picture.
 */
export class Gesture {
  readonly #points = new Map<number, Point>();
  #view: MandelbrotParams | null = null;
  #grip: Grip | null = null;

  get active(): boolean {
    return this.#points.size > 0;
  }

  /** A finger is set down while this is seen. A third one is left out. */
  down(id: number, at: Point, view: MandelbrotParams): void {
    if (this.#points.size >= 2) return;
    this.#points.set(id, at);
    this.#rebase(view);
  }

  /** What is seen now; `null` where the finger isn't part of the gesture. */
  move(id: number, at: Point): MandelbrotParams | null {
    if (!this.#points.has(id)) return null;
    this.#points.set(id, at);
    const [from, to] = [this.#grip, this.#now()];
    if (this.#view === null || from === null || to === null) return null;
    const factor = from.apart > 0 && to.apart > 0 ? to.apart / from.apart : 1;
    return pan(zoomAt(this.#view, from.x, from.y, factor), to.x - from.x, to.y - from.y);
  }

  /** A finger is lifted: the others go on from here. */
  up(id: number, view: MandelbrotParams): void {
    if (this.#points.delete(id)) this.#rebase(view);
  }

  clear(): void {
    this.#points.clear();
    this.#grip = null;
  }

  #rebase(view: MandelbrotParams): void {
    this.#view = view;
    this.#grip = this.#now();
  }

  #now(): Grip | null {
    const [a, b] = [...this.#points.values()];
    if (a === undefined) return null;
    if (b === undefined) return { ...a, apart: 0 };
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  }
}
