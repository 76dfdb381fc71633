import type { TilePart } from '../../tasks/mandelbrot/tiles.ts';

/** Neighbouring numbers lie far apart on the circle of hues: the golden angle, in degrees. */
const TURN = 137.508;
/** The number's height on the screen, in CSS pixels. */
const NUMBER_PX = 12;
/** … and at most this much of the tile. */
const NUMBER_SHARE = 0.62;
/** The page's own thread. */
const PAGE = 'P';

/** The tint of a thread: ink for the page, a hue of its own for each worker. */
function tintOf(thread: number): string {
  if (thread === 0) return 'rgb(19 33 43 / 45%)';
  return `oklch(72% 0.17 ${((thread - 1) * TURN + 25) % 360} / 42%)`;
}

function nameOf(thread: number): string {
  return thread === 0 ? PAGE : String(thread);
}

/**
 * A thread's tint with its number on a plate in the corner, for tiles of one size. Text is dear to draw, and tiles are
 * marked while a run is measured: each mark is drawn once and then stamped.
 */
export class ThreadMarks {
  readonly #stamps = new Map<string, HTMLCanvasElement>();
  /** Canvas pixels a CSS pixel. */
  #pixels = 1;

  /** What was drawn for another size of the picture on the screen is forgotten. */
  begin(pixels: number): void {
    this.#pixels = pixels;
    this.#stamps.clear();
  }

  stamp(
    target: CanvasRenderingContext2D,
    { left, top, width, height }: Pick<TilePart, 'left' | 'top' | 'width' | 'height'>,
    thread: number,
  ): void {
    const key = `${String(thread)} ${String(width)} ${String(height)}`;
    let stamp = this.#stamps.get(key);
    if (stamp === undefined) {
      stamp = document.createElement('canvas');
      [stamp.width, stamp.height] = [width, height];
      const context = stamp.getContext('2d');
      if (context !== null) drawMark(context, thread, this.#pixels);
      this.#stamps.set(key, stamp);
    }
    target.drawImage(stamp, left, top);
  }
}

function drawMark(context: CanvasRenderingContext2D, thread: number, pixels: number): void {
  const { width, height } = context.canvas;
  context.fillStyle = tintOf(thread);
  context.fillRect(0, 0, width, height);
  const size = Math.min(NUMBER_PX * pixels, height * NUMBER_SHARE, width * NUMBER_SHARE);
  const name = nameOf(thread);
  context.fillStyle = '#101b21';
  context.fillRect(0, 0, size * (0.3 + 0.62 * name.length), size * 1.1);
  context.font = `700 ${size}px Overpass, system-ui, sans-serif`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = '#eef3f0';
  context.fillText(name, size * 0.15, size * 0.6);
}
