/** The slider's shapes: square for tasks, round for microtasks, a lined page for frames, a line for waiting. */
import type { Pen } from '../../ui/still.ts';
import type { Palette } from '../../ui/charts/palette.ts';
import type { Segment } from '../contract.ts';
import type { StripBlock, StripLayout } from '../model/strip-layout.ts';

/** `run`: solid, what is behind us. `ahead`: outlined. */
export type StripPart = 'run' | 'ahead';

interface Brush {
  readonly pen: Pen;
  readonly height: number;
  readonly part: StripPart;
  readonly palette: Palette;
}

interface Box {
  readonly x: number;
  readonly width: number;
}

const CELL_GAP = 2;
/** Below this, two cells would be all edge. */
const LEAST_OUTLINE = 4;

export function paintStrip(layout: StripLayout, brush: Brush): void {
  const { pen, part, palette } = brush;
  pen.lineWidth = 1.5;
  pen.strokeStyle = part === 'run' ? palette.ink : palette['ink-3'];
  pen.fillStyle = part === 'run' ? palette.ink : palette.paper;
  for (const block of layout.blocks) {
    for (const box of boxesOf(block, layout)) paintBox(box, block.segment.kind, brush);
  }
}

/** One box a step, or one for the whole block where steps are too thin to be told apart. */
function boxesOf(block: StripBlock, { pitch, cells }: StripLayout): Box[] {
  if (!cells) return [{ x: block.x, width: Math.max(1, block.width) }];
  return Array.from({ length: block.segment.count }, (_, step) => ({
    x: block.x + step * pitch,
    width: pitch - CELL_GAP,
  }));
}

function paintBox(box: Box, kind: Segment['kind'], { pen, height, part }: Brush): void {
  pen.beginPath();
  if (kind === 'idle' || kind === 'end') {
    pen.moveTo(box.x, height / 2);
    pen.lineTo(box.x + box.width, height / 2);
    pen.stroke();
    return;
  }
  const inset = box.width >= LEAST_OUTLINE ? 0.75 : 0;
  const radius = kind === 'microtasks' ? Math.min(box.width / 2, height / 2) : 0;
  pen.roundRect(box.x + inset, inset, Math.max(0.5, box.width - 2 * inset), height - 2 * inset, radius);
  pen.fill();
  if (inset > 0) pen.stroke();
  if (kind === 'frame' && inset > 0) lineAcross(box, { pen, height, part });
}

/** A frame is a page with a line across, in either state. */
function lineAcross(box: Box, { pen, height, part }: Omit<Brush, 'palette'>): void {
  const stroke = pen.strokeStyle;
  if (part === 'run') pen.globalCompositeOperation = 'destination-out';
  pen.beginPath();
  pen.moveTo(box.x + 0.75, height / 2);
  pen.lineTo(box.x + box.width - 0.75, height / 2);
  pen.stroke();
  pen.globalCompositeOperation = 'source-over';
  pen.strokeStyle = stroke;
}
