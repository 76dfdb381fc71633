import type { Job, PartDone } from '../../strategies/contract.ts';
import { HOME, type Place } from '../../tasks/mandelbrot/places.ts';
import type { MandelbrotParams } from '../../tasks/mandelbrot/view.ts';
import type { Lab } from '../lab.svelte.ts';
import { coarser, drawView } from './draw-view.ts';
import { home, samePicture, sameWindow } from './moves.ts';
import { Stage } from './stage.ts';

/** After the last movement, in ms: until then the old picture is shown moved. */
const SETTLE_MS = 140;

/**
 * What of the plane is seen. Exploring draws through the pool without measuring; while a run is measured the
 * picture stays, and its tiles appear as the run draws them.
 */
export class Explorer {
  readonly #lab: Lab;
  #view = $state.raw<MandelbrotParams | null>(null);
  #problem = $state.raw<string | null>(null);
  #stage: Stage | null = null;
  #abort = new AbortController();
  /** Settles when nothing is being drawn any more: one picture at a time has the pool. */
  #drawing: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The window that was last written into the lab's options. */
  #sent: MandelbrotParams | null = null;
  /** Iterations that we wrote into the lab's options; others are the person's own. */
  #wrote: string | null = null;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** What is looked at; `null` until the lab has prepared something. */
  get view(): MandelbrotParams | null {
    return this.#view;
  }

  get problem(): string | null {
    return this.#problem;
  }

  /** What a run would draw. */
  get measured(): MandelbrotParams | null {
    const { prepared } = this.#lab.input;
    return prepared?.draft.task.id === 'mandelbrot' ? (prepared.draft.params as MandelbrotParams) : null;
  }

  /** Whether a run would draw another window than is seen. */
  get strayed(): boolean {
    const { measured } = this;
    return measured !== null && this.#view !== null && !sameWindow(measured, this.#view);
  }

  /** Paints on these canvases, the second over the first, until the returned function is called. */
  mount(element: HTMLCanvasElement, over: HTMLCanvasElement): () => void {
    const stage = new Stage(element, over);
    this.#stage = stage;
    const { clock } = this.#lab.services;
    const stops = [
      clock.onFrame((timestamp) => {
        stage.frame(this.#view, timestamp, this.#lab.measuring);
      }),
      this.#lab.onPart((done, job) => {
        if (job.task.id === 'mandelbrot') stage.runTile(done, job);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#stop();
      this.#stage = null;
    };
  }

  /** Tints the tiles of a run by the thread that drew them, or not. */
  tint(on: boolean): void {
    this.#stage?.tint(on);
  }

  /** The lab has prepared this (or the same again). */
  adopt(params: MandelbrotParams): void {
    const before = this.#view;
    if (before !== null && samePicture(before, params)) return;
    // One has gone on since: only what isn't the window is news.
    const late = before !== null && this.#sent !== null && sameWindow(this.#sent, params);
    this.#view = late ? { ...params, x: before.x, y: before.y, scale: before.scale } : params;
    this.#later(0);
  }

  /** Looks at another window: a gesture. The picture follows at once, the true one when it has settled. */
  look(view: MandelbrotParams): void {
    if (this.#lab.running) return;
    this.#view = view;
    this.#stage?.move();
    this.#later(SETTLE_MS);
  }

  /** Goes to a place, and has it measured from now on. */
  goTo(place: Place): void {
    if (place.id === HOME.id) this.goHome();
    if (this.#view === null || this.#lab.running || place.id === HOME.id) return;
    const { x, y, scale, iterations } = place.view;
    this.look({ ...this.#view, x, y, scale, iterations });
    this.measureThis();
  }

  /** The whole set; the iterations are left to the lab again, unless they were chosen there. */
  goHome(): void {
    if (this.#view === null || this.#lab.running) return;
    this.look(home(this.#view));
    const { iterations, ...rest } = withoutWindow(this.#lab.options.params);
    const own = iterations !== undefined && iterations !== this.#wrote;
    this.#wrote = null;
    this.#sent = null;
    this.#lab.setOptions({ params: own ? { ...rest, iterations } : rest });
  }

  /** From now on runs draw what is seen. */
  measureThis(): void {
    if (this.#view === null) return;
    const { x, y, scale, iterations } = this.#view;
    const seen = { x: String(x), y: String(y), scale: String(scale), iterations: String(iterations) };
    this.#wrote = seen.iterations;
    this.#sent = this.#view;
    this.#lab.setOptions({ params: { ...this.#lab.options.params, ...seen } });
  }

  /** A run is about to start: nothing else may have the pool, and the tiles are hollow. */
  prepareRun(): void {
    this.#stop();
    const { prepared } = this.#lab.input;
    if (prepared?.draft.task.id !== 'mandelbrot') return;
    const params = prepared.draft.params as MandelbrotParams;
    this.#view = params;
    this.#stage?.blank(params, prepared.draft.plan);
  }

  /** No run is on any more: what one looks at is finished, if it wasn't. */
  resume(): void {
    if (this.#view !== null && this.#stage?.finished(this.#view) === false) this.#later(0);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
  }

  #later(ms: number): void {
    this.#stop();
    if (this.#lab.running) return;
    this.#timer = setTimeout(() => {
      this.#abort = new AbortController();
      const { signal } = this.#abort;
      this.#drawing = this.#drawing.then(() => this.#draw(signal));
    }, ms);
  }

  /** A coarse picture first, then the true one. Never rejects. */
  async #draw(signal: AbortSignal): Promise<void> {
    const [view, stage] = [this.#view, this.#stage];
    if (view === null || stage === null || signal.aborted) return;
    stage.begin(view);
    const { pool } = this.#lab.services;
    const base = { pool, workers: this.#lab.options.workers, signal };
    const onTile = (done: PartDone, job: Job): void => {
      if (!signal.aborted) stage.tile(done, job);
    };
    try {
      this.#problem = null;
      for (const params of [coarser(view), view]) {
        const onBegin = (job: Job): void => {
          stage.beginJob(job, params !== view);
        };
        if (!(await drawView(params, { ...base, onBegin, onTile }))) return;
      }
      stage.finish(view);
      this.#settled();
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
  }

  /** Runs measure what is seen, as long as that doesn't take results off the page. */
  #settled(): void {
    if (this.strayed && this.#lab.status.status === 'ready') this.measureThis();
  }
}

function withoutWindow(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !['x', 'y', 'scale'].includes(name)));
}
