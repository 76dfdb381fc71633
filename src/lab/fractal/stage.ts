import type { Job, PartDone } from '../../strategies/contract.ts';
import type { Plan } from '../../tasks/contract.ts';
import type { TilePart } from '../../tasks/mandelbrot/tiles.ts';
import type { MandelbrotParams } from '../../tasks/mandelbrot/view.ts';
import { COARSE } from './draw-view.ts';
import { samePicture } from './moves.ts';
import { FractalPainter, NO_THREAD } from './painter.ts';
import { TileQueue, type PaintTile } from './tile-queue.ts';

/** What is on the canvas, what waits to be, and who drew it. Only `frame` paints more than a stroke. */
export class Stage {
  readonly #painter: FractalPainter;
  readonly #queue = new TileQueue();
  /** The window of the kept picture. */
  #kept: MandelbrotParams | null = null;
  #done: MandelbrotParams | null = null;
  #parts: readonly TilePart[] = [];
  /** Who drew each tile of the last run. */
  #threads = new Uint8Array(0);
  #unpainted = 0;
  #tinted = true;
  #moved = false;
  #coarse = false;
  #measured = false;

  constructor(element: HTMLCanvasElement, over: HTMLCanvasElement) {
    this.#painter = new FractalPainter(element, over);
  }

  /** Once a frame, with its timestamp: shows what has moved, or paints some tiles. */
  frame(view: MandelbrotParams | null, timestamp: number, measured: boolean): void {
    if (measured !== this.#measured) this.#measure(measured);
    if (this.#moved && view !== null) {
      this.#moved = false;
      this.#painter.size(view);
      if (this.#kept !== null) this.#painter.showMoved(this.#kept, view);
      return;
    }
    if (this.#kept === view) this.#queue.paintDue(this.#paint, timestamp, measured);
    this.#painter.flush();
  }

  #measure(on: boolean): void {
    this.#measured = on;
    this.#painter.measure(on);
    if (this.#tinted) this.#markAll();
  }

  /** The view has changed: the next frame shows the kept picture from there. */
  move(): void {
    this.#moved = true;
  }

  finished(view: MandelbrotParams): boolean {
    return this.#done !== null && samePicture(this.#done, view);
  }

  /** Another picture is going to be drawn here: nobody's tints any more. */
  begin(view: MandelbrotParams): void {
    this.#queue.drop();
    this.#painter.rebase(this.#kept, view);
    this.#kept = view;
    this.#done = null;
    this.#moved = false;
    this.#threads.fill(NO_THREAD);
  }

  /** Tiles of this job come next: of the picture itself, or of a coarser one. */
  beginJob(job: Job, coarse: boolean): void {
    this.#queue.paintAll(this.#paint);
    this.#queue.begin(job);
    this.#coarse = coarse;
  }

  tile(done: PartDone, job: Job): void {
    this.#queue.push({ ...done, thread: NO_THREAD }, job);
  }

  finish(view: MandelbrotParams): void {
    this.#done = view;
  }

  /** Hollow tiles, for a run to fill. */
  blank(params: MandelbrotParams, plan: Plan): void {
    if (this.#kept === null || !samePicture(this.#kept, params)) this.#painter.rebase(null, params);
    this.#kept = params;
    this.#done = null;
    this.#moved = false;
    this.#queue.drop();
    // The plan is the Mandelbrot task's own.
    this.#parts = plan.parts as readonly TilePart[];
    this.#threads = new Uint8Array(this.#parts.length).fill(NO_THREAD);
    this.#unpainted = this.#parts.length;
    this.#painter.blank(this.#parts);
  }

  /** A tile of a measured run. */
  runTile(done: PartDone, job: Job): void {
    if (!this.#queue.has(job)) {
      this.#queue.begin(job);
      this.#coarse = false;
    }
    this.#queue.push(done, job);
    this.#threads[done.part.index] = done.thread;
    this.#unpainted -= 1;
    if (this.#unpainted === 0) this.#done = this.#kept;
  }

  tint(on: boolean): void {
    if (this.#tinted === on) return;
    this.#tinted = on;
    if (this.#kept === null || this.#moved) return;
    this.#painter.showKept();
    if (on) this.#markAll();
  }

  #markAll(): void {
    this.#painter.beginMarks();
    this.#parts.forEach((part, i) => {
      this.#painter.mark(part, this.#threads[i] ?? NO_THREAD);
    });
  }

  readonly #paint: PaintTile = (part, bytes, thread) => {
    if (this.#coarse) this.#painter.coarseTile(part, bytes, COARSE);
    else this.#painter.tile(part, bytes, this.#tinted ? thread : NO_THREAD);
  };
}
