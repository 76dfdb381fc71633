/** LOOK: lost is a 45° hatch at 42 %, lines 1 px wide and 5 px apart. */
const PERIOD_PX = 7;

export const HATCH_ALPHA = 0.42;
export const TICK_ALPHA = 0.58;

/** A repeating tile of the hatch; drawn with `fillStyle`, it stays in phase across cells. */
export function hatchPattern(
  context: Pick<CanvasRenderingContext2D, 'createPattern'>,
  colour: string,
  dpr: number,
): CanvasPattern | string {
  const size = Math.round(PERIOD_PX * dpr);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (pen === null) return colour;
  pen.strokeStyle = colour;
  pen.globalAlpha = HATCH_ALPHA;
  pen.lineWidth = 1.1 * dpr;
  pen.beginPath();
  // three strokes: the one in the middle, and its neighbours' ends that reach into this tile's corners
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 2, size + 2);
    pen.lineTo(shift + size + 2, -2);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  if (pattern === null) return colour;
  pattern.setTransform(new DOMMatrix([1 / dpr, 0, 0, 1 / dpr, 0, 0]));
  return pattern;
}
