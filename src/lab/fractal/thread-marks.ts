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
export function tintOf(thread: number): string {
  if (thread === 0) return 'rgb(19 33 43 / 45%)';
  return `oklch(72% 0.17 ${((thread - 1) * TURN + 25) % 360} / 42%)`;
}

export function nameOf(thread: number): string {
  return thread === 0 ? PAGE : String(thread);
}

/** Tints a tile and writes its thread's number on a plate in its corner. `pixels`: canvas pixels a CSS pixel. */
export function markTile(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: TilePart,
  thread: number,
  pixels: number,
): void {
  context.fillStyle = tintOf(thread);
  context.fillRect(left, top, width, height);
  const size = Math.min(NUMBER_PX * pixels, height * NUMBER_SHARE, width * NUMBER_SHARE);
  const name = nameOf(thread);
  context.fillStyle = '#101b21';
  context.fillRect(left, top, size * (0.3 + 0.62 * name.length), size * 1.1);
  context.font = `700 ${size}px Overpass, system-ui, sans-serif`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = '#eef3f0';
  context.fillText(name, left + size * 0.15, top + size * 0.6);
}
