import type { Strategy } from '../strategy.ts';
import { type Axis, xOf } from './axis.ts';
import type { LaneBand, PackedBar } from './lane-layout.ts';
import { hatchPattern } from './hatch.ts';
import { canvasFont, type Surface } from './paint.ts';

const WAIT_ALPHA = 0.5;

/** A thin line: the thread was there, and had nothing to do. */
export function paintWaiting(
  surface: Surface,
  axis: Axis,
  band: LaneBand,
  look: { strategy: Strategy; endMs: number },
): void {
  const { context, palette } = surface;
  context.fillStyle = palette[look.strategy];
  context.globalAlpha = WAIT_ALPHA;
  const y = band.top + Math.floor((band.height - 1) / 2);
  context.fillRect(axis.originPx, y, Math.max(0, xOf(axis, look.endMs) - axis.originPx), 1);
  context.globalAlpha = 1;
}

export function paintBars(
  surface: Surface,
  bars: readonly PackedBar[],
  band: LaneBand,
  strategy: Strategy,
): void {
  const { context, palette } = surface;
  for (const bar of bars) {
    if (bar.kind === 'barrier') paintBarrier(surface, bar, band);
    else if (bar.kind === 'dropped') paintDropped(surface, bar, band);
    else if (bar.kind === 'compute' || bar.kind === 'message') {
      context.fillStyle = bar.kind === 'compute' ? palette[strategy] : palette.ink;
      const inset = bar.kind === 'message' ? 1 : 0;
      context.fillRect(bar.x, band.top + inset, bar.width, band.height - 2 * inset);
    } else {
      paintBox(surface, bar, band);
    }
  }
}

/** A wait that ends when the last thread has come: where the barrier opens, an ink edge across all lanes. */
function paintBarrier({ context, palette }: Surface, { x, width }: PackedBar, band: LaneBand): void {
  context.fillStyle = palette.ink;
  context.fillRect(x + width - 1.5, band.top - 2, 1.5, band.height + 4);
}

/** Lost: the hatch, with an edge above and below so that it stays visible in a narrow lane. */
function paintDropped({ context, palette, dpr }: Surface, { x, width }: PackedBar, band: LaneBand): void {
  context.fillStyle = hatchPattern(context, palette.ink, dpr);
  context.fillRect(x, band.top, width, band.height);
  context.fillStyle = palette.ink;
  context.fillRect(x, band.top, width, 1);
  context.fillRect(x, band.top + band.height - 1, width, 1);
}

/** An ink box: the page hands over or merges. */
function paintBox({ context, palette }: Surface, { x, width }: PackedBar, band: LaneBand): void {
  context.fillStyle = palette.ink;
  context.fillRect(x, band.top, width, band.height);
  if (width <= 3.5) return;
  context.fillStyle = palette.paper;
  context.fillRect(x + 1.5, band.top + 1.5, width - 3, band.height - 3);
}

export function paintLaneNames(surface: Surface, axis: Axis, bands: readonly LaneBand[]): void {
  const { context, palette } = surface;
  context.font = canvasFont(450, 12);
  context.fillStyle = palette['ink-3'];
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  for (const band of bands) context.fillText(band.label, axis.leftPx - 8, band.labelY + 4);
}

/** Beside the end of the run; left of it where there is no room. */
export function paintWallTime(surface: Surface, axis: Axis, text: string, atMs: number): void {
  const { context, palette } = surface;
  context.font = canvasFont(650, 13);
  context.textBaseline = 'alphabetic';
  const x = xOf(axis, atMs);
  const width = context.measureText(text).width;
  const right = x + 6 + width <= surface.width;
  if (!right) {
    context.fillStyle = palette.paper;
    context.fillRect(x - width - 12, 0, width + 10, 14);
  }
  context.fillStyle = palette.ink;
  context.textAlign = right ? 'left' : 'right';
  context.fillText(text, right ? x + 6 : x - 6, 11);
}
