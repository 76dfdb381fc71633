/**
 * One line of pixels to blur, a row or a gathered column. `pixels` holds the line from index `start` on and,
 * before and after it, the copies of its ends that `padLine` writes.
 */
export interface Line {
  readonly pixels: Int32Array;
  start: number;
  length: number;
  /** The first pixel of the line that is wanted, and how many. */
  first: number;
  count: number;
  /** Where the wanted pixels are written. */
  out: Int32Array;
  outStart: number;
}

/** A blur in one direction: plain functions over a line, made once for a part because of their scratch. */
export interface LineBlur {
  /** How far the blur looks to either side: the copies needed behind the line's end. */
  readonly halo: number;
  /** The copies needed before the line's start. */
  readonly lead: number;
  /** How many pixels make a step: about 0.2 ms, and still bearable before the engine has optimised the loop. */
  readonly pixelsPerStep: number;
  run(line: Line): void;
}

export function emptyLine(pixels: Int32Array, out: Int32Array): Line {
  return { pixels, start: 0, length: 0, first: 0, count: 0, out, outStart: 0 };
}

/** Repeats the line's end pixels outwards: what lies beyond the picture looks like its edge. */
export function padLine({ pixels, start, length }: Line, { lead, halo }: LineBlur): void {
  const end = start + length;
  pixels.fill(pixels[start] as number, start - lead, start);
  pixels.fill(pixels[end - 1] as number, end, end + halo);
}
