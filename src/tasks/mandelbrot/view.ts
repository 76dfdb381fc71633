import type { NumberRule } from '../params.ts';

/** What to draw: a window on the complex plane. */
export interface MandelbrotParams {
  /** The complex number in the picture's middle. */
  readonly x: number;
  readonly y: number;
  /** Complex units across the picture's width: smaller is deeper. */
  readonly scale: number;
  /** After so many steps without escape a point counts as inside. */
  readonly iterations: number;
  /** The picture's size in pixels. */
  readonly width: number;
  readonly height: number;
  /** The side of a tile in pixels; the tiles at the right and lower edges may be smaller. */
  readonly tile: number;
}

/**
 * As deep as doubles go: near |c| = 1 their steps are 2.2e-16, and at 1024 pixels this leaves two of them to a
 * pixel. Deeper, neighbouring pixels would be the same number.
 */
export const MIN_SCALE = 5e-13;
/** As far out as it makes sense. */
export const MAX_SCALE = 16;

/** The parameters by name. */
export const RULES = {
  x: { name: 'x', min: -4, max: 4, fallback: -0.65 },
  y: { name: 'y', min: -4, max: 4, fallback: 0 },
  scale: { name: 'scale', min: MIN_SCALE, max: MAX_SCALE, fallback: 3 },
  iterations: { name: 'iterations', min: 16, max: 100_000, fallback: 500, whole: true },
  width: { name: 'width', min: 1, max: 8192, fallback: 1024, whole: true },
  height: { name: 'height', min: 1, max: 8192, fallback: 768, whole: true },
  tile: { name: 'tile', min: 8, max: 1024, fallback: 64, whole: true },
} as const satisfies Record<keyof MandelbrotParams, NumberRule>;

type View = Pick<MandelbrotParams, 'x' | 'y' | 'scale'>;
type Window = View & Pick<MandelbrotParams, 'width' | 'height'>;

/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** The number at a place of the picture, in pixels from its left and upper edge: 0.5, 0.5 is a first pixel's middle. */
export function complexAt({ x, y, scale, width, height }: Window, px: number, py: number): Complex {
  const unit = scale / width;
  return { re: x + (px - width / 2) * unit, im: y - (py - height / 2) * unit };
}

/** The place of a number in the picture, in pixels; it may lie outside. */
export function pixelAt(
  { x, y, scale, width, height }: Window,
  { re, im }: Complex,
): { px: number; py: number } {
  const unit = scale / width;
  return { px: (re - x) / unit + width / 2, py: (y - im) / unit + height / 2 };
}

/** Zooms in by `factor` (out, if below 1), within the limits; the number under `px`, `py` stays where it is. */
export function zoomAt<W extends Window>(view: W, px: number, py: number, factor: number): W {
  const scale = clamp(view.scale / factor, MIN_SCALE, MAX_SCALE);
  // From the distance to the middle, not from the number itself: this keeps all digits when deep.
  const shift = (view.scale - scale) / view.width;
  return centred(
    view,
    view.x + (px - view.width / 2) * shift,
    view.y - (py - view.height / 2) * shift,
    scale,
  );
}

/** Moves the picture by so many pixels to the right and down, as a finger would drag it. */
export function pan<W extends Window>(view: W, dx: number, dy: number): W {
  const unit = view.scale / view.width;
  return centred(view, view.x - dx * unit, view.y + dy * unit, view.scale);
}

function centred<W extends Window>(view: W, x: number, y: number, scale: number): W {
  return { ...view, x: clamp(x, RULES.x.min, RULES.x.max), y: clamp(y, RULES.y.min, RULES.y.max), scale };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
