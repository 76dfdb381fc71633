import { transfer } from 'comlink';
import type { Job, PartDone } from '../../strategies/contract.ts';
import type { PathTracerParams } from '../../tasks/path-tracer/info.ts';
import { planPass, type TracePart } from '../../tasks/path-tracer/passes.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { Lab } from '../lab.svelte.ts';
import { drawPass } from './draw-pass.ts';
import { TraceStage } from './stage.ts';
import { FINEST, pictureName } from './words.ts';

/** Samples that a picture gets by itself: enough to be looked at, little enough for a phone. */
const BY_ITSELF = 16;

interface Drawing {
  readonly params: PathTracerParams;
  readonly stage: TraceStage;
  readonly signal: AbortSignal;
}

/**
 * The picture beside the job. It is drawn through the pool without measuring, and refined as long as one likes;
 * while a run is measured it shows the run's own tiles.
 */
export class Tracer {
  readonly #lab: Lab;
  #params = $state.raw<PathTracerParams | null>(null);
  /** Samples that every pixel has. */
  #samples = $state(0);
  #refining = $state(false);
  #saving = $state(false);
  #problem = $state.raw<string | null>(null);
  #stage: TraceStage | null = null;
  #abort = new AbortController();
  /** Settles when nothing is being drawn any more: one pass at a time has the pool. */
  #drawing: Promise<void> = Promise.resolve();
  /** Another picture than the stage has is to be drawn. */
  #fresh = true;
  /** A measured run has the stage; how many of its parts are still to come. */
  #toCome = 0;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  get params(): PathTracerParams | null {
    return this.#params;
  }

  get samples(): number {
    return this.#samples;
  }

  get refining(): boolean {
    return this.#refining;
  }

  get saving(): boolean {
    return this.#saving;
  }

  get problem(): string | null {
    return this.#problem;
  }

  /** What a run would draw. */
  get measured(): PathTracerParams | null {
    const { prepared } = this.#lab.input;
    return prepared?.draft.task.id === 'path-tracer' ? (prepared.draft.params as PathTracerParams) : null;
  }

  /** Paints on this canvas until the returned function is called. */
  mount(element: HTMLCanvasElement): () => void {
    const stage = new TraceStage(element);
    this.#stage = stage;
    const stops = [
      this.#lab.services.clock.onFrame((timestamp) => {
        stage.frame(timestamp, this.#lab.measuring);
      }),
      this.#lab.onPart((done, job) => {
        if (job.task.id === 'path-tracer') this.#runTile(done, job, stage);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#abort.abort();
      this.#stage = null;
    };
  }

  /** The lab has prepared this (or the same again). */
  adopt(params: PathTracerParams): void {
    const before = this.#params;
    this.#params = params;
    if (before !== null && samePicture(before, params)) return;
    this.#samples = 0;
    this.#fresh = true;
    this.#go(BY_ITSELF);
  }

  /** A run is about to start: nothing else may have the pool, and the tiles are hollow. */
  prepareRun(): void {
    this.#abort.abort();
    const params = this.measured;
    const { prepared } = this.#lab.input;
    if (params === null || prepared === null) return;
    this.#params = params;
    this.#samples = 0;
    this.#fresh = false;
    this.#toCome = prepared.draft.plan.parts.length;
    this.#stage?.begin(params);
    // The plan is the path tracer's own.
    this.#stage?.hollow(prepared.draft.plan.parts as readonly TracePart[]);
  }

  /** No run is on any more: a picture that was left half done is gone on with. */
  resume(): void {
    if (this.#params !== null && this.#samples === 0) this.#go(BY_ITSELF);
  }

  /** Goes on to the finest, or stops that. */
  refine(): void {
    if (this.#refining) this.#abort.abort();
    else this.#go(FINEST);
  }

  /** The picture as it is, as a PNG file. Never rejects. */
  save(): void {
    if (!this.#saving) void this.#save();
  }

  #runTile(done: PartDone, job: Job, stage: TraceStage): void {
    stage.tile(done, job);
    this.#toCome -= 1;
    if (this.#toCome === 0) this.#samples = (job.params as PathTracerParams).samples;
  }

  #go(goal: number): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#drawing = this.#drawing.then(() => this.#draw(goal, signal));
  }

  /** Never rejects. */
  async #draw(goal: number, signal: AbortSignal): Promise<void> {
    const [params, stage] = [this.#params, this.#stage];
    if (params === null || stage === null || signal.aborted || this.#lab.running) return;
    this.#refining = goal === FINEST;
    this.#problem = null;
    try {
      stage.catchUp();
      if (this.#fresh || stage.torn) stage.begin(params);
      this.#fresh = false;
      await this.#passes({ params, stage, signal }, goal);
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    } finally {
      this.#refining = false;
    }
  }

  /** Pass after pass, each with as many samples as there were before it. */
  async #passes(drawing: Drawing, goal: number): Promise<void> {
    for (let to = this.#samples; to < goal;) {
      to = Math.min(goal, Math.max(1, 2 * to));
      if (!(await this.#pass(drawing, to))) return;
      this.#samples = to;
    }
  }

  /** Brings all tiles to so many samples. False: it was stopped, and some of them have fewer. */
  async #pass({ params, stage, signal }: Drawing, to: number): Promise<boolean> {
    const { pool } = this.#lab.services;
    const { workers } = this.#lab.options;
    const onTile = (done: PartDone, job: Job): void => {
      if (!signal.aborted) stage.tile(done, job);
    };
    const plan = planPass(params, (tile) => stage.has(tile), to);
    const whole = await drawPass(params, plan, { pool, workers, signal, onTile });
    if (!signal.aborted) stage.catchUp();
    return whole && !signal.aborted;
  }

  async #save(): Promise<void> {
    const [params, stage] = [this.#params, this.#stage];
    const samples = this.#samples;
    if (params === null || stage === null || samples === 0) return;
    this.#saving = true;
    try {
      stage.catchUp();
      const pixels = stage.develop().buffer;
      const { width, height } = params;
      const packed = await this.#lab.services.desk.call((api) =>
        api.encode(transfer(pixels, [pixels]), { width, height }, 'image/png', 1),
      );
      if (packed.ok) saveFile(pictureName(params, samples), packed.blob);
      else this.#problem = packed.error.sentence;
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    } finally {
      this.#saving = false;
    }
  }
}

/** Whether both draw the same, however finely. */
function samePicture(a: PathTracerParams, b: PathTracerParams): boolean {
  return a.scene === b.scene && a.width === b.width && a.height === b.height && a.tile === b.tile;
}
