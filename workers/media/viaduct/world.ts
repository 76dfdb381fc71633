import type { Ink } from '../raster.ts';

/**
 * The picture is described once, in world units: 4000 across, 3000 down. A view says which part of the world
 * a canvas shows and how large, so that every size is the same picture.
 */
export const WORLD = { width: 4000, height: 3000 } as const;

/** Where the eye rests: what is cut off by another aspect is taken from around this point. */
const EYE = { x: 0.5, y: 0.58 } as const;

export interface Frame {
  /** Pixels per world unit. */
  readonly scale: number;
  /** World point at the picture's upper left corner. */
  readonly left: number;
  readonly top: number;
}

/** One horizontal band of the picture, ready to be drawn on. */
export interface View extends Frame {
  readonly ink: Ink;
  /** A second canvas, of the same size and aim, for what has holes. */
  readonly layer: Ink;
  /** The band's edges in world units: what lies outside needn't be drawn. */
  readonly upper: number;
  readonly lower: number;
  readonly right: number;
}

/** Covers the picture with the world, like `object-fit: cover`. */
export function frameFor(width: number, height: number): Frame {
  const scale = Math.max(width / WORLD.width, height / WORLD.height);
  return {
    scale,
    left: (WORLD.width - width / scale) * EYE.x,
    top: (WORLD.height - height / scale) * EYE.y,
  };
}

/** A rectangle in world units. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Does the band show anything of this box? */
export function shows(view: View, box: Box): boolean {
  return (
    box.right >= view.left && box.left <= view.right && box.bottom >= view.upper && box.top <= view.lower
  );
}
