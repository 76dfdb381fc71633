import { standingSweep, startSweep } from './feel-motion.ts';

/** How visible the ghosts behind each ball are, the nearest first. */
const GHOSTS = ['0.4', '0.25', '0.13'];

/** Frames between two ghosts of the disc; the ring's follow in the same time at 60 Hz. */
const TRAIL_FRAMES = 4;
const TRAIL_MS = TRAIL_FRAMES * (1000 / 60);

/** Moves the discs when told to, and keeps the rings' animations; both follow the system's wish for less motion. */
export class FeelBalls {
  /** Each: the ball first, then its trail. */
  readonly #discs: readonly HTMLElement[];
  readonly #rings: readonly HTMLElement[];
  readonly #query = matchMedia('(prefers-reduced-motion: reduce)');
  #trailing = true;
  /** The timestamps of the last frames: a freeze leaves a hole in the disc's trail. */
  readonly #times = new Float64Array(GHOSTS.length * TRAIL_FRAMES + 1);
  #frames = 0;
  /** Each: the ball's first, then its trail's. */
  #moved: Animation[] = [];
  #sweeps: Animation[] = [];

  /** The balls of two tracks, the script's first; each gets its trail there. */
  constructor(tracks: Element) {
    const [discs = [], rings = []] = Array.from(tracks.querySelectorAll<HTMLElement>('.carrier'), withGhosts);
    this.#discs = discs;
    this.#rings = rings;
    this.#start();
    this.#query.addEventListener('change', this.#start);
  }

  /** `trail`: its ghosts too; they go while a job is measured, because each layer that moves costs the page a little. */
  move(timestamp: number, trail: boolean): void {
    if (trail !== this.#trailing) this.#follow(trail);
    const length = this.#times.length;
    this.#times[this.#frames % length] = timestamp;
    this.#moved.forEach((sweep, back) => {
      const at = Math.max(0, this.#frames - back * TRAIL_FRAMES) % length;
      sweep.currentTime = this.#times[at] ?? 0;
    });
    this.#frames += 1;
  }

  dispose(): void {
    this.#query.removeEventListener('change', this.#start);
    this.#stop();
    for (const ghost of [...this.#discs.slice(1), ...this.#rings.slice(1)]) ghost.remove();
  }

  #stop(): void {
    for (const sweep of [...this.#moved, ...this.#sweeps]) sweep.cancel();
    this.#moved = [];
    this.#sweeps = [];
  }

  readonly #start = (): void => {
    this.#stop();
    this.#add(0, this.#trailing ? this.#discs.length : 1);
  };

  #add(from: number, to: number): void {
    const reduced = this.#query.matches;
    for (const disc of this.#discs.slice(from, to)) this.#moved.push(standingSweep(disc, reduced));
    // without motion a trail would only be more balls: it stands beneath its own
    this.#rings.slice(from, to).forEach((ring, index) => {
      this.#sweeps.push(startSweep(ring, reduced ? 0 : (from + index) * TRAIL_MS, reduced));
    });
  }

  /** Ghosts come and go: Chromium resolves the style of each animated element in every frame (measured). */
  #follow(trail: boolean): void {
    this.#trailing = trail;
    if (trail) this.#add(1, this.#discs.length);
    else for (const ghost of [...this.#moved.splice(1), ...this.#sweeps.splice(1)]) ghost.cancel();
  }
}

/** Ghosts are like the ball, but beneath it, and paler the later. */
function withGhosts(ball: HTMLElement): HTMLElement[] {
  const ghosts = GHOSTS.map((opacity) => {
    const ghost = ball.cloneNode(true) as HTMLElement;
    ghost.classList.add('ghost');
    ghost.style.opacity = opacity;
    ball.before(ghost);
    return ghost;
  });
  return [ball, ...ghosts];
}
