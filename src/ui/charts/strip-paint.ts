/** Draws the frame strip: on time, late, lost and idle are told by shape; the colour says which line. */
import { formatMs, formatSeconds } from '../format.ts';
import type { Strategy } from '../strategy.ts';
import { type Axis, snap, xOf } from './axis.ts';
import { hatchPattern, TICK_ALPHA } from './hatch.ts';
import { canvasFont, type Surface } from './paint.ts';
import { gapFor, type Hole, type Mark, type StripRow } from './strip-layout.ts';

/** Top and height of a row of cells, CSS pixels. */
export interface Band {
  readonly top: number;
  readonly height: number;
}

const EDGED_FROM = 4;
const TICK_PX = 4;

export function paintRow(surface: Surface, row: StripRow, band: Band, strategy: Strategy): void {
  const { context, palette } = surface;
  const half = Math.round(band.height / 2);
  for (const cell of row.cells) {
    context.fillStyle = cell.state === 'idle' ? palette.idle : palette[strategy];
    if (cell.state === 'late') {
      context.fillRect(cell.x, band.top, cell.width, 2);
      context.fillRect(cell.x, band.top + half, cell.width, band.height - half);
    } else {
      context.fillRect(cell.x, band.top, cell.width, band.height);
    }
  }
  if (row.holes.length === 0) return;
  const hatch = hatchPattern(context, palette.ink, surface.dpr);
  for (const hole of row.holes) paintHole(surface, hole, band, hatch);
}

function paintHole(surface: Surface, hole: Hole, band: Band, hatch: CanvasPattern | string): void {
  const { context, palette } = surface;
  const bottom = band.top + band.height;
  context.fillStyle = hatch;
  context.fillRect(hole.x, band.top, hole.width, band.height);
  context.fillStyle = palette.ink;
  context.globalAlpha = TICK_ALPHA;
  for (const tick of hole.ticks) context.fillRect(tick.x, bottom - TICK_PX, tick.width, TICK_PX);
  if (hole.count >= EDGED_FROM) {
    context.fillRect(hole.x, band.top, hole.width, 1);
    context.fillRect(hole.x, bottom - 1, hole.width, 1);
  }
  context.globalAlpha = 1;
}

/** The number sits in the hole it measures, on a plate of paper, in as many words as fit. Tells whether any did. */
export function paintPlate(surface: Surface, hole: Hole, band: Band, words?: string): boolean {
  const { context, palette } = surface;
  const tall = band.height >= 24;
  context.font = canvasFont(650, band.height >= 60 ? 24 : 13);
  const texts = words === undefined ? plateTexts(hole) : [words];
  const text = texts.find((candidate) => context.measureText(candidate).width + 36 <= hole.width);
  if (text === undefined) return false;
  const width = Math.ceil(context.measureText(text).width) + 24;
  const left = snap(hole.x + (hole.width - width) / 2, surface.dpr);
  const inset = tall ? Math.max(3, (band.height - 40) / 2) : 1;
  context.fillStyle = palette.paper;
  context.fillRect(
    left,
    band.top + inset,
    width,
    band.height - inset - (tall ? Math.max(inset, TICK_PX + 1) : 1),
  );
  context.fillStyle = palette.ink;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const middle = band.top + (tall ? (band.height - 2) / 2 : band.height / 2);
  context.fillText(text, left + width / 2, middle + (band.height >= 60 ? 8.5 : 4.5));
  return true;
}

function plateTexts(hole: Hole): string[] {
  return [`${formatMs(hole.ms)} without a frame`, formatMs(hole.ms)];
}

/** What is still to come lies 2 px high at the base. */
export function paintNotYet(
  surface: Surface,
  axis: Axis,
  { fromMs, intervalMs }: { fromMs: number; intervalMs: number },
  band: Band,
): void {
  const { context, palette, dpr } = surface;
  const gap = gapFor(intervalMs * axis.pxPerMs, dpr);
  context.fillStyle = palette.rule;
  for (let ms = fromMs; ms < axis.endMs; ms += intervalMs) {
    const x = snap(xOf(axis, ms), dpr);
    const end = snap(Math.min(axis.rightPx, xOf(axis, ms + intervalMs)), dpr);
    context.fillRect(x, band.top + band.height - 2, Math.max(0, end - x - gap), 2);
  }
}

/** 1.5 px of ink where the run ended. */
export function paintEnd(surface: Surface, axis: Axis, atMs: number, band: Band): void {
  const { context, palette, dpr } = surface;
  context.fillStyle = palette.ink;
  context.fillRect(snap(xOf(axis, atMs) - 0.75, dpr), band.top, 1.5, band.height);
}

/** 3 px of yellow cased in ink: now, a tap, or the moment it was heard. */
export function paintNow(surface: Surface, axis: Axis, atMs: number, band: Band): void {
  const { context, palette, dpr } = surface;
  const x = snap(xOf(axis, atMs) - 2.5, dpr);
  context.fillStyle = palette.ink;
  context.fillRect(x, band.top, 5, band.height);
  context.fillStyle = palette.now;
  context.fillRect(x + 1, band.top, 3, band.height);
}

/** Words under the strip, kept inside it: the marks' labels, and the wall time where no lanes follow. */
export function paintLabels(surface: Surface, axis: Axis, labels: readonly Mark[], baseline: number): void {
  const { context, palette } = surface;
  context.font = canvasFont(600, 13);
  context.fillStyle = palette.ink;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  for (const { atMs, label } of labels) {
    const width = context.measureText(label).width;
    const x = xOf(axis, atMs) - width / 2;
    context.fillText(label, Math.min(axis.rightPx - width, Math.max(axis.leftPx, x)), baseline);
  }
}

export function wallMark(wallMs: number): Mark {
  return { atMs: wallMs, label: formatSeconds(wallMs) };
}
