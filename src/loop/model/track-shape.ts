/** The loop as a track with three stations: its path in pixels, for a box of any size. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** 0: tasks, 1: microtasks, 2: frame. */
export type Station = 0 | 1 | 2;

export interface TrackShape {
  readonly stations: readonly [Point, Point, Point];
  /** From each station to the next: tasks to microtasks, microtasks to frame, frame to tasks. */
  readonly stretches: readonly [string, string, string];
  /** Heads of arrows that tell the direction, with the angle of travel in degrees. */
  readonly arrows: readonly (Point & { readonly angle: number })[];
}

/** A wider ring would be a frame around nothing. */
const WIDEST = 330;

const at = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/**
 * On a laptop: a round-cornered ring, tasks at the left, microtasks at the right, the frame below. `inset` is the
 * room that a station takes outside of the line.
 */
export function ringTrack(width: number, height: number, sidingY: number): TrackShape {
  const inset = 18;
  const side = Math.max(inset, (width - WIDEST) / 2);
  const [left, right, top, bottom] = [side, width - side, 8, height - inset];
  const middle = width / 2;
  const r = Math.min(54, (right - left) / 2, (bottom - top) / 3);
  const y = Math.max(top + r, Math.min(bottom - r, sidingY));
  return {
    stations: [
      { x: left, y },
      { x: right, y },
      { x: middle, y: bottom },
    ],
    stretches: [
      `M${at(left, y)} V${(top + r).toFixed(1)} Q${at(left, top)} ${at(left + r, top)} H${(right - r).toFixed(1)} Q${at(right, top)} ${at(right, top + r)} V${y.toFixed(1)}`,
      `M${at(right, y)} V${(bottom - r).toFixed(1)} Q${at(right, bottom)} ${at(right - r, bottom)} H${middle.toFixed(1)}`,
      `M${at(middle, bottom)} H${(left + r).toFixed(1)} Q${at(left, bottom)} ${at(left, bottom - r)} V${y.toFixed(1)}`,
    ],
    arrows: [
      { x: right, y: (y + bottom - r) / 2 + 12, angle: 90 },
      { x: (middle + right - r) / 2 + 6, y: bottom, angle: 180 },
      { x: (middle + left + r) / 2 - 10, y: bottom, angle: 180 },
      { x: left, y: (y + bottom - r) / 2 + 12, angle: 270 },
    ],
  };
}

/** On a phone: the three stations in a row, and the way back beneath them. */
export function lineTrack(width: number, height: number): TrackShape {
  const y = 18;
  const bottom = height - 8;
  const [left, right] = [2, width - 2];
  const r = 8;
  const [first, second, third] = [width * 0.11, width / 2, width * 0.89];
  return {
    stations: [
      { x: first, y },
      { x: second, y },
      { x: third, y },
    ],
    stretches: [
      `M${at(first, y)} H${second.toFixed(1)}`,
      `M${at(second, y)} H${third.toFixed(1)}`,
      `M${at(third, y)} H${(right - r).toFixed(1)} Q${at(right, y)} ${at(right, y + r)} V${(bottom - r).toFixed(1)} Q${at(right, bottom)} ${at(right - r, bottom)} H${(left + r).toFixed(1)} Q${at(left, bottom)} ${at(left, bottom - r)} V${(y + r).toFixed(1)} Q${at(left, y)} ${at(left + r, y)} H${first.toFixed(1)}`,
    ],
    arrows: [{ x: second, y: bottom, angle: 180 }],
  };
}
