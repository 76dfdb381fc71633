/** Composes a whole strip from its painted pieces: one row on the axis, or a row a second. */
import type { Strategy } from '../strategy.ts';
import { type Axis, makeAxis, xOf } from './axis.ts';
import { paintGrid } from './grid-paint.ts';
import { canvasFont, type Surface } from './paint.ts';
import {
  clearPart,
  type Hole,
  intervalOf,
  layoutRow,
  layoutWrapped,
  type Mark,
  rowMsFor,
  type Slot,
} from './strip-layout.ts';
import * as strip from './strip-paint.ts';

export interface StripView {
  readonly slots: readonly Slot[];
  readonly strategy: Strategy;
  readonly wallMs: number | null;
  readonly axisMs: number;
  readonly cellHeight: number;
  readonly gutterPx: number;
  readonly leadMs: number;
  readonly marks: readonly Mark[];
  /** What is written under the strip: the marks, and perhaps the wall time. */
  readonly labels: readonly Mark[];
  readonly nowMs: number | null;
  readonly plate: string | undefined;
}

/** Lines stand out above the cells by this much. */
const OVERHANG_PX = 3;
const BELOW_PX = 6;
const LABELS_PX = 24;
const ROW_GAP_PX = 5;

export function rowHeight(cellHeight: number, hasLabels: boolean): number {
  return OVERHANG_PX + cellHeight + (hasLabels ? LABELS_PX : BELOW_PX);
}

export function wrappedHeight(cellHeight: number, rows: number): number {
  return Math.max(1, rows) * (cellHeight + ROW_GAP_PX) - ROW_GAP_PX;
}

export function drawRow(surface: Surface, view: StripView): void {
  const { axisMs, gutterPx, leadMs, cellHeight, nowMs, slots } = view;
  const axis = makeAxis({ widthPx: surface.width, axisMs, gutterPx, leadMs });
  const band = { top: OVERHANG_PX, height: cellHeight };
  paintGrid(surface, axis, OVERHANG_PX, cellHeight + BELOW_PX);
  const row = layoutRow(slots, axis, surface.dpr);
  strip.paintRow(surface, row, band, view.strategy);
  if (nowMs !== null) {
    const rest = { fromMs: slots.at(-1)?.endMs ?? 0, intervalMs: intervalOf(slots) };
    strip.paintNotYet(surface, axis, rest, band);
  }
  paintPlates(surface, row.holes, band, { ...view, axis });
  paintLines(surface, axis, view);
  strip.paintLabels(surface, axis, view.labels, OVERHANG_PX + cellHeight + 19);
}

/** Each gap says its length where no mark crosses it; other words stand in the longest only. */
function paintPlates(
  surface: Surface,
  holes: readonly Hole[],
  band: strip.Band,
  { marks, plate, axis }: Pick<StripView, 'marks' | 'plate'> & { axis: Axis },
): void {
  const longest = Math.max(...holes.map((hole) => hole.width));
  const marksX = marks.map((mark) => xOf(axis, mark.atMs));
  for (const hole of holes) {
    const place = { ...hole, ...clearPart(hole, marksX) };
    strip.paintPlate(surface, place, band, hole.width === longest ? plate : undefined);
  }
}

function paintLines(surface: Surface, axis: Axis, { wallMs, marks, nowMs, cellHeight }: StripView): void {
  const whole = { top: 0, height: OVERHANG_PX + cellHeight + BELOW_PX };
  if (wallMs !== null) strip.paintEnd(surface, axis, wallMs, whole);
  for (const mark of marks) {
    strip.paintNow(surface, axis, mark.atMs, { top: 0, height: cellHeight + 2 * OVERHANG_PX });
  }
  if (nowMs !== null) strip.paintNow(surface, axis, nowMs, whole);
}

export function drawWrapped(surface: Surface, view: StripView): void {
  const { slots, gutterPx, cellHeight, strategy, plate } = view;
  const rows = layoutWrapped(slots, {
    leftPx: gutterPx,
    widthPx: surface.width - gutterPx,
    dpr: surface.dpr,
  });
  const decimals = rowMsFor(intervalOf(slots)) === 500 ? 1 : 0;
  let said = false;
  rows.forEach((row, at) => {
    const band = { top: at * (cellHeight + ROW_GAP_PX), height: cellHeight };
    strip.paintRow(surface, row, band, strategy);
    for (const hole of row.holes) {
      // a gap over several rows says its length once, in the first piece with room
      said = (said && hole.continued) || strip.paintPlate(surface, hole, band, plate);
    }
    paintRowName(surface, `${(row.startMs / 1000).toFixed(decimals)} s`, gutterPx - 8, band);
  });
}

function paintRowName({ context, palette }: Surface, name: string, right: number, band: strip.Band): void {
  context.font = canvasFont(450, 12);
  context.fillStyle = palette['ink-3'];
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  context.fillText(name, right, band.top + band.height / 2 + 4.5);
}
