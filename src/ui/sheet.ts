import { penOf } from './canvas-pen.ts';

/**
 * A picture that changes now and then: drawn on a sheet of its own and handed to the canvas when told. Chromium copies
 * a 2D canvas in every frame of the page, whether it has changed or not (measured: 0.6 ms a frame for one of 1024 × 768);
 * a bitmap is taken once. Where a canvas can't take one it is drawn on as usual.
 */
export class Sheet {
  readonly pen: CanvasRenderingContext2D;
  readonly #canvas: HTMLCanvasElement;
  readonly #screen: ImageBitmapRenderingContext | null;
  /** Lent out with each picture, and empty after that. */
  readonly #carrier: OffscreenCanvasRenderingContext2D | null;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#carrier =
      typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
    this.#screen = this.#carrier === null ? null : canvas.getContext('bitmaprenderer');
    this.pen = penOf(this.#screen === null ? canvas : document.createElement('canvas'));
  }

  /** What is drawn so far, to be drawn from. */
  get picture(): HTMLCanvasElement {
    return this.pen.canvas;
  }

  /** In device pixels; the sheet is empty then. */
  size(width: number, height: number): void {
    for (const { canvas } of [this.pen, ...(this.#carrier === null ? [] : [this.#carrier])]) {
      canvas.width = width;
      canvas.height = height;
    }
    if (this.#screen === null) return;
    this.#canvas.width = width;
    this.#canvas.height = height;
  }

  /** Puts what is drawn so far on the screen. */
  show(): void {
    if (this.#carrier === null || this.#screen === null) return;
    this.#carrier.drawImage(this.picture, 0, 0);
    this.#screen.transferFromImageBitmap(this.#carrier.canvas.transferToImageBitmap());
  }
}
