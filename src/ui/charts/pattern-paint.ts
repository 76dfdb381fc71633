/** The three lines' patterns in a solid bar: one block, slices 9 on 3 off, tracks 2 px wide and 3 px apart. */
import type { Pen } from '../still.ts';
import type { Strategy } from '../strategy.ts';
import type { SegmentKind } from './time-bar-layout.ts';
import type { Surface } from './paint.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function paintPattern({ context, palette }: Surface, strategy: Strategy, area: Area): void {
  context.fillStyle = palette[strategy];
  if (strategy === 'blocking') context.fillRect(area.x, area.y, area.width, area.height);
  else if (strategy === 'chunked') paintSlices(context, area);
  else paintTracks(context, area);
}

function paintSlices(context: Pen, { x, y, width, height }: Area): void {
  const on = width < 12 ? 4 : 9;
  const pitch = width < 12 ? 6 : 12;
  for (let at = 0; at < width; at += pitch) context.fillRect(x + at, y, Math.min(on, width - at), height);
}

function paintTracks(context: Pen, { x, y, width, height }: Area): void {
  const gap = height < 12 ? 2 : 3;
  const count = Math.max(1, Math.floor((height + gap) / (2 + gap)));
  // the tracks fill the bar's height, whatever remains goes into the gaps
  const pitch = count === 1 ? 0 : (height - 2) / (count - 1);
  for (let at = 0; at < count; at += 1) context.fillRect(x, y + Math.round(at * pitch), width, 2);
}

export function paintSegment(surface: Surface, kind: SegmentKind, strategy: Strategy, area: Area): void {
  const { context, palette } = surface;
  if (kind === 'compute') {
    paintPattern(surface, strategy, area);
    return;
  }
  if (kind === 'wait' || kind === 'pauses') {
    context.fillStyle = palette['ink-2'];
    for (let at = 0; at < area.width; at += 4) context.fillRect(area.x + at, area.y, 1.5, area.height);
    return;
  }
  context.fillStyle = palette.ink;
  context.fillRect(area.x, area.y, area.width, area.height);
  if (kind === 'merge') return;
  context.fillStyle = palette.paper;
  if (area.width > 3) context.fillRect(area.x + 1.5, area.y + 1.5, area.width - 3, area.height - 3);
  if (kind === 'startup' && area.width > 6) {
    context.fillStyle = palette.ink;
    context.fillRect(area.x + 1.5, area.y + area.height / 2 - 0.75, area.width - 3, 1.5);
  }
}
