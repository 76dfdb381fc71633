/** Where each step of a recording stands on the slider: pure arithmetic, in CSS pixels. */
import type { Segment } from '../contract.ts';

export interface StripBlock {
  readonly segment: Segment;
  readonly x: number;
  readonly width: number;
}

export interface StripLayout {
  readonly blocks: readonly StripBlock[];
  /** From one step to the next within a block. */
  readonly pitch: number;
  /** Single steps can be told apart. */
  readonly cells: boolean;
}

/** Between two turns, where there is room. */
const GAP = 14;
/** Of the width, for all gaps together. */
const GAP_SHARE = 0.25;
/** A cell narrower than this would be a line. */
const LEAST_CELL = 5;

export function stripLayout(segments: readonly Segment[], width: number): StripLayout {
  const steps = segments.reduce((sum, { count }) => sum + count, 0);
  if (steps === 0 || width <= 0) return { blocks: [], pitch: 0, cells: false };
  const gaps = segments.length - 1;
  const gap = gaps === 0 ? 0 : Math.min(GAP, (width * GAP_SHARE) / gaps);
  const pitch = (width - gap * gaps) / steps;
  let x = 0;
  const blocks = segments.map((segment) => {
    const block = { segment, x, width: segment.count * pitch };
    x += block.width + gap;
    return block;
  });
  return { blocks, pitch, cells: pitch >= LEAST_CELL };
}

/** The last of a list that begins at or before what `before` says; the first where none does. */
function lastOf<T>(list: readonly T[], before: (item: T) => boolean): T | null {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && before(item)) low = middle + 1;
    else high = middle;
  }
  return list[Math.max(0, low - 1)] ?? null;
}

/** The middle of a step. */
export function xOfStep({ blocks, pitch }: StripLayout, step: number): number {
  const block = lastOf(blocks, ({ segment }) => segment.first <= step);
  if (block === null) return 0;
  return block.x + (step - block.segment.first + 0.5) * pitch;
}

/** The step nearest to a place: in a gap, the one before it. */
export function stepAt({ blocks, pitch }: StripLayout, x: number): number {
  const block = lastOf(blocks, (candidate) => candidate.x <= x);
  if (block === null || pitch === 0) return 0;
  const { first, count } = block.segment;
  return first + Math.max(0, Math.min(count - 1, Math.floor((x - block.x) / pitch)));
}

export function segmentAt(segments: readonly Segment[], step: number): Segment | null {
  return lastOf(segments, ({ first }) => first <= step);
}
