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
  const still = layout.blocks.filter(isStill);
  paintLines(
    still.flatMap((block) => boxesOf(block, layout)),
    brush,
  );
  for (const block of layout.blocks) {
    if (isStill(block)) continue;
    for (const box of boxesOf(block, layout)) paintBox(box, block.segment.kind, brush);
  }
}

/** Nothing runs in it. */
const isStill = ({ segment: { kind } }: StripBlock): boolean => kind === 'idle' || kind === 'end';

/** All of them in one stroke: of a thousand timers there are a thousand. */
function paintLines(boxes: readonly Box[], { pen, height }: Brush): void {
  pen.beginPath();
  for (const { x, width } of boxes) {
    pen.moveTo(x, height / 2);
    pen.lineTo(x + width, height / 2);
  }
  pen.stroke();
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
  if (box.width < LEAST_OUTLINE) {
    // no path: thousands of these are drawn at each batch of a long recording
    pen.fillRect(box.x, 0, Math.max(0.5, box.width), height);
    return;
  }
  const inset = 0.75;
  const radius = kind === 'microtasks' ? Math.min(box.width / 2, height / 2) : 0;
  pen.beginPath();
  pen.roundRect(box.x + inset, inset, box.width - 2 * inset, height - 2 * inset, radius);
  pen.fill();
  pen.stroke();
  if (kind === 'frame') lineAcross(box, { pen, height, part });
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
