/** Where the time went: segments laid end to end on one scale. Pure arithmetic. */

export type SegmentKind = 'startup' | 'handover' | 'compute' | 'wait' | 'pauses' | 'merge';

export interface Segment {
  readonly kind: SegmentKind;
  readonly ms: number;
}

export const SEGMENT_NAMES: Readonly<Record<SegmentKind, string>> = {
  startup: 'start workers',
  handover: 'hand over',
  compute: 'compute',
  wait: 'wait',
  pauses: 'pauses',
  merge: 'merge',
};

export interface PlacedSegment {
  readonly kind: SegmentKind;
  readonly x: number;
  readonly width: number;
}

const LEAST_PX: Readonly<Record<SegmentKind, number>> = {
  startup: 3,
  handover: 4,
  compute: 2,
  wait: 1.5,
  pauses: 1.5,
  merge: 1.5,
};

const GAP_PX = 2;

/** Short segments keep a least width; the longest one gives it up, so that the bar's end stays true. */
export function placeSegments(
  segments: readonly Segment[],
  widthPx: number,
  fullMs: number,
): PlacedSegment[] {
  const shown = segments.filter(({ ms }) => ms > 0);
  const totalMs = shown.reduce((sum, { ms }) => sum + ms, 0);
  const room = (widthPx * totalMs) / Math.max(1, fullMs) - GAP_PX * Math.max(0, shown.length - 1);
  const widths = shown.map(({ kind, ms }) => Math.max(LEAST_PX[kind], (room * ms) / Math.max(1, totalMs)));
  const longest = widths.indexOf(Math.max(...widths));
  const surplus = widths.reduce((sum, width) => sum + width, 0) - room;
  let x = 0;
  return shown.map(({ kind }, at) => {
    const width = Math.max(1, (widths[at] ?? 1) - (at === longest ? surplus : 0));
    const placed = { kind, x, width };
    x += width + GAP_PX;
    return placed;
  });
}
