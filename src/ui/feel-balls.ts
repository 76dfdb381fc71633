import { hopAt, startSweep, sweepAt } from './feel-motion.ts';
import { TRAIL } from './feel-trail.ts';

/** Frames between two ghosts of the disc; the ring's follow in the same time at 60 Hz. */
const TRAIL_FRAMES = 4;
const TRAIL_MS = TRAIL_FRAMES * (1000 / 60);

/** Moves the discs when told to, and keeps the rings' animations; both follow the system's wish for less motion. */
export class FeelBalls {
  readonly #discs: readonly HTMLElement[];
  readonly #rings: readonly HTMLElement[];
  readonly #query = matchMedia('(prefers-reduced-motion: reduce)');
  #reduced = this.#query.matches;
  #trailing = true;
  /** Where the disc was in the last frames: a freeze leaves a hole in its trail. */
  readonly #places = new Float64Array(TRAIL * TRAIL_FRAMES + 1);
  #frames = 0;
  #sweeps: Animation[] = [];

  /** Each list: the ball first, then its trail. */
  constructor(discs: readonly HTMLElement[], rings: readonly HTMLElement[]) {
    this.#discs = discs;
    this.#rings = rings;
    this.#start();
    this.#query.addEventListener('change', this.#start);
  }

  /** `trail`: its ghosts too; they go while a job is measured, because each layer that moves costs the page a little. */
  move(timestamp: number, trail: boolean): void {
    if (trail !== this.#trailing) this.#follow(trail);
    const length = this.#places.length;
    this.#places[this.#frames % length] = this.#reduced ? hopAt(timestamp) : sweepAt(timestamp);
    const shown = trail ? this.#discs.length : 1;
    for (let back = 0; back < shown; back += 1) {
      const at = Math.max(0, this.#frames - back * TRAIL_FRAMES) % length;
      const disc = this.#discs[back];
      if (disc !== undefined) disc.style.transform = `translateX(${String((this.#places[at] ?? 0) * 100)}%)`;
    }
    this.#frames += 1;
  }

  dispose(): void {
    this.#query.removeEventListener('change', this.#start);
    for (const sweep of this.#sweeps) sweep.cancel();
  }

  readonly #start = (): void => {
    for (const sweep of this.#sweeps) sweep.cancel();
    this.#reduced = this.#query.matches;
    this.#sweeps = this.#rings.map((ring, back) => this.#sweep(ring, back));
  };

  // without motion a trail would only be more balls: it stands beneath its own
  #sweep(ring: HTMLElement, back: number): Animation {
    return startSweep(ring, this.#reduced ? 0 : back * TRAIL_MS, this.#reduced);
  }

  /** The ring's ghosts come and go too: Chromium resolves the style of each animated element in every frame (measured). */
  #follow(trail: boolean): void {
    this.#trailing = trail;
    for (const ghost of this.#sweeps.splice(1)) ghost.cancel();
    if (trail) this.#sweeps.push(...this.#rings.slice(1).map((ring, index) => this.#sweep(ring, index + 1)));
  }
}
