import type { TilePart } from '../../tasks/mandelbrot/tiles.ts';
import type { MandelbrotParams } from '../../tasks/mandelbrot/view.ts';
import { penOf } from '../../ui/canvas-pen.ts';
import { readPalette } from '../../ui/charts/palette.ts';
import { transformOf } from './moves.ts';
import { RunPicture } from './run-picture.ts';
import { ThreadMarks } from './thread-marks.ts';

/** Drawn by nobody in particular: not tinted. */
export const NO_THREAD = 255;

/**
 * The picture, tile by tile. It is kept on a canvas of its own without tints, so that it can be shown moved and
 * zoomed at once while the true one is being drawn.
 */
export class FractalPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #shown: CanvasRenderingContext2D;
  #kept: CanvasRenderingContext2D;
  #spare: CanvasRenderingContext2D;
  /** One piece of memory for each size of tile: at most four sizes a picture. */
  readonly #scratch = new Map<number, ImageData>();
  readonly #marks = new ThreadMarks();
  readonly #run: RunPicture;
  #running = false;

  /** `over` lies over `canvas` while a run is measured. */
  constructor(canvas: HTMLCanvasElement, over: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#shown = penOf(canvas);
    this.#run = new RunPicture(over);
    this.#kept = penOf(document.createElement('canvas'));
    this.#spare = penOf(document.createElement('canvas'));
  }

  /** Takes over the picture's size. An old picture is kept, stretched. */
  size({ width, height }: Pick<MandelbrotParams, 'width' | 'height'>): void {
    this.#canvas.style.aspectRatio = `${String(width)} / ${String(height)}`;
    if (this.#canvas.width === width && this.#canvas.height === height) return;
    this.#canvas.width = width;
    this.#canvas.height = height;
  }

  /** From here on the kept picture is the one of `to`: what there is of it is taken over. */
  rebase(from: MandelbrotParams | null, to: MandelbrotParams): void {
    const { canvas } = this.#spare;
    canvas.width = to.width;
    canvas.height = to.height;
    if (from !== null) place(this.#spare, this.#kept.canvas, from, to);
    [this.#kept, this.#spare] = [this.#spare, this.#kept];
    this.#scratch.clear();
    this.size(to);
    this.showKept();
  }

  /** A run is measured from now on, or no longer; then marks are to be made anew. */
  measure(on: boolean): void {
    this.#running = on;
    if (!on) this.#run.end();
    this.showKept();
  }

  /** Once a frame: what was painted of a measured run is seen from here on. */
  flush(): void {
    if (this.#running) this.#run.show();
  }

  /** The kept picture as it is. */
  showKept(): void {
    const { canvas } = this.#kept;
    if (this.#running) {
      this.#run.begin(canvas);
      // Nothing to be copied in every frame; the box stays as it is.
      [this.#canvas.width, this.#canvas.height] = [1, 1];
      return;
    }
    this.size(canvas);
    this.#shown.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#shown.drawImage(canvas, 0, 0);
  }

  /** The kept picture, which is the one of `from`, moved and zoomed to where `to` looks. */
  showMoved(from: MandelbrotParams, to: MandelbrotParams): void {
    this.#shown.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    place(this.#shown, this.#kept.canvas, from, to);
  }

  /** Hollow tiles: a run will fill them. */
  blank(parts: readonly TilePart[]): void {
    const { canvas } = this.#kept;
    const palette = readPalette(this.#canvas);
    this.beginMarks();
    this.#kept.fillStyle = palette.paper;
    this.#kept.fillRect(0, 0, canvas.width, canvas.height);
    this.#kept.strokeStyle = palette.rule;
    this.#kept.lineWidth = 2;
    this.#kept.beginPath();
    for (const { left, top, width, height } of parts) this.#kept.rect(left, top, width, height);
    this.#kept.stroke();
    this.showKept();
  }

  /** One tile's bytes, RGBA; `thread` tints it, `NO_THREAD` doesn't. */
  tile(part: TilePart, bytes: Uint8Array, thread: number): void {
    const image = this.#imageOf(part);
    image.data.set(bytes);
    this.#kept.putImageData(image, part.left, part.top);
    if (this.#running) this.#run.tile(part, image);
    else this.#shown.putImageData(image, part.left, part.top);
    this.mark(part, thread);
  }

  /** A tile of a smaller picture, `factor` times enlarged. */
  coarseTile(part: TilePart, bytes: Uint8Array, factor: number): void {
    const { left, top, width, height } = part;
    const image = this.#imageOf(part);
    image.data.set(bytes);
    const { canvas } = this.#spare;
    if (canvas.width < width || canvas.height < height) [canvas.width, canvas.height] = [width, height];
    this.#spare.putImageData(image, 0, 0);
    for (const target of [this.#kept, this.#shown]) {
      target.drawImage(
        canvas,
        ...([0, 0, width, height] as const),
        ...([left * factor, top * factor, width * factor, height * factor] as const),
      );
    }
  }

  /** Before tiles are marked, at the size that the picture has on the screen now: not for each, it would be laid out anew. */
  beginMarks(): void {
    const { clientWidth } = this.#canvas;
    this.#marks.begin(clientWidth === 0 ? 1 : this.#canvas.width / clientWidth);
  }

  /** Tint and number of the thread that drew the tile. */
  mark(part: TilePart, thread: number): void {
    if (thread === NO_THREAD) return;
    if (this.#running) this.#run.mark(part, thread);
    else this.#marks.stamp(this.#shown, part, thread);
  }

  #imageOf({ width, height }: TilePart): ImageData {
    const key = width * 65_536 + height;
    const image = this.#scratch.get(key) ?? new ImageData(width, height);
    this.#scratch.set(key, image);
    return image;
  }
}

function place(
  target: CanvasRenderingContext2D,
  picture: HTMLCanvasElement,
  from: MandelbrotParams,
  to: MandelbrotParams,
): void {
  if (picture.width === 0 || picture.height === 0) return;
  const { factor, left, top } = transformOf(from, to);
  target.drawImage(picture, left, top, factor * from.width, factor * from.height);
}
