/** Where the cells of a frame strip lie. Pure arithmetic; nothing here draws. */
import { formatCount, formatCountWord } from '../format.ts';
import { type Axis, snap, xOf } from './axis.ts';

export type SlotState = 'idle' | 'onTime' | 'late' | 'lost';

/** One picture the screen could have shown. Times from the start of the run. */
export interface Slot {
  readonly state: SlotState;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Slots from a meter's cells, each of which has only its beginning. A slot lasts until the next one begins, but
 * no longer than one and a half intervals: beyond that nothing was recorded.
 */
export function slotsOfCells(
  cells: readonly { readonly kind: SlotState; readonly atMs: number }[],
  intervalMs: number,
): Slot[] {
  return cells.map(({ kind, atMs }, at) => {
    const next = cells[at + 1]?.atMs ?? Number.POSITIVE_INFINITY;
    return { state: kind, startMs: atMs, endMs: next - atMs > 1.5 * intervalMs ? atMs + intervalMs : next };
  });
}

/** A line across the strip: a tap, or the moment it was heard. */
export interface Mark {
  readonly atMs: number;
  readonly label: string;
}

export interface Cell {
  readonly state: Exclude<SlotState, 'lost'>;
  readonly x: number;
  readonly width: number;
}

/** Lost slots in a row. `ms` is the gap a person saw: from the last frame to the next. */
export interface Hole {
  readonly x: number;
  readonly width: number;
  readonly count: number;
  readonly ms: number;
  /** The rest of a gap that began in the row above. */
  readonly continued: boolean;
  /** One per slot, so that it can be counted; empty where slots are too narrow. */
  readonly ticks: readonly { readonly x: number; readonly width: number }[];
}

export interface StripRow {
  readonly cells: readonly Cell[];
  readonly holes: readonly Hole[];
}

/** A slot with its place: what differs between the row on an axis and the wrapped rows. */
interface Placed {
  readonly slot: Slot;
  readonly x: number;
  readonly end: number;
}

/** Between cells: LOOK's 1 px where there is room, one device pixel where a slot is narrow, then none. */
export function gapFor(pitchPx: number, dpr: number): number {
  if (pitchPx >= 3.5) return 1;
  return pitchPx * dpr >= 3 ? 1 / dpr : 0;
}

/** One row on the shared axis. Slots beyond its ends are cut off. */
export function layoutRow(slots: readonly Slot[], axis: Axis, dpr = 1): StripRow {
  const placed = slots
    .filter((slot) => slot.startMs < axis.endMs && slot.endMs > axis.startMs)
    .map((slot) => ({
      slot,
      x: snap(Math.max(axis.leftPx, xOf(axis, slot.startMs)), dpr),
      end: snap(Math.min(axis.rightPx, xOf(axis, slot.endMs)), dpr),
    }));
  return layoutPlaced(placed, dpr);
}

export interface WrappedRow extends StripRow {
  readonly startMs: number;
}

/** One row a second, or half a second above 75 Hz; slots before the run are left out. */
export function rowMsFor(intervalMs: number): number {
  return intervalMs < 1000 / 75.5 ? 500 : 1000;
}

/** How many rows `layoutWrapped` will give. */
export function wrappedRowCount(slots: readonly Slot[]): number {
  const run = slots.slice(firstOfRun(slots));
  return Math.ceil(run.length / slotsPerRow(intervalOf(run)));
}

function slotsPerRow(intervalMs: number): number {
  return Math.max(1, Math.round(rowMsFor(intervalMs) / intervalMs));
}

/** Rows of equal cells, as many as a row's time holds: 60 at 60 Hz and at 120 Hz. */
export function layoutWrapped(
  slots: readonly Slot[],
  { leftPx, widthPx, dpr = 1 }: { leftPx: number; widthPx: number; dpr?: number },
): WrappedRow[] {
  const run = slots.slice(firstOfRun(slots));
  const intervalMs = intervalOf(run);
  const rowMs = rowMsFor(intervalMs);
  const perRow = slotsPerRow(intervalMs);
  const pitch = Math.max(1 / dpr, Math.floor((widthPx / perRow) * 2) / 2);
  const rows: WrappedRow[] = [];
  for (let at = 0; at < run.length; at += perRow) {
    const placed = run.slice(at, at + perRow).map((slot, column) => ({
      slot,
      x: snap(leftPx + column * pitch, dpr),
      end: snap(leftPx + (column + 1) * pitch, dpr),
    }));
    rows.push({ ...layoutPlaced(placed, dpr), startMs: rows.length * rowMs });
  }
  return joinGaps(rows, run);
}

function firstOfRun(slots: readonly Slot[]): number {
  const at = slots.findIndex((slot) => slot.state !== 'idle');
  return Math.max(0, at);
}

/** The slots' own length: they are cut from one estimated interval, so the first speaks for all. */
export function intervalOf(slots: readonly Slot[]): number {
  const slot = slots[0];
  return slot === undefined ? 1000 / 60 : Math.max(1, slot.endMs - slot.startMs);
}

function layoutPlaced(placed: readonly Placed[], dpr: number): StripRow {
  const first = placed[0];
  const last = placed.at(-1);
  if (first === undefined || last === undefined) return { cells: [], holes: [] };
  const pitch = (last.end - first.x) / placed.length;
  const gap = gapFor(pitch, dpr);
  const cells: Cell[] = [];
  const holes: Hole[] = [];
  for (let at = 0; at < placed.length;) {
    const end = endOfStretch(placed, at, gap);
    const stretch = placed.slice(at, end);
    if (stretch[0]?.slot.state === 'lost') holes.push(holeOf(stretch, placed[end]?.slot, gap));
    else cells.push(cellOf(stretch, Math.max(1 / dpr, gap), gap));
    at = end;
  }
  return { cells, holes };
}

/** Lost slots go together; so do equal cells that are too narrow to be told apart. */
function endOfStretch(placed: readonly Placed[], at: number, gap: number): number {
  const state = placed[at]?.slot.state;
  let end = at + 1;
  if (state !== 'lost' && gap > 0) return end;
  while (placed[end]?.slot.state === state) end += 1;
  return end;
}

function cellOf(stretch: readonly Placed[], leastPx: number, gap: number): Cell {
  const first = stretch[0] as Placed;
  const last = stretch.at(-1) as Placed;
  const state = first.slot.state === 'lost' ? 'idle' : first.slot.state;
  return { state, x: first.x, width: Math.max(leastPx, last.end - first.x - gap) };
}

function holeOf(stretch: readonly Placed[], next: Slot | undefined, gap: number): Hole {
  const first = stretch[0] as Placed;
  const last = stretch.at(-1) as Placed;
  const endMs = next?.state === 'late' ? next.endMs : last.slot.endMs;
  const width = Math.max(1, last.end - first.x - gap);
  const pitch = (last.end - first.x) / stretch.length;
  return {
    x: first.x,
    width,
    count: stretch.length,
    ms: endMs - first.slot.startMs,
    continued: false,
    ticks: pitch < 2 ? [] : stretch.map(({ x, end }) => ({ x, width: Math.max(1, end - x - gap) })),
  };
}

/** A gap that runs over a row's end is one gap: each piece knows how long it was in all. */
function joinGaps(rows: readonly WrappedRow[], run: readonly Slot[]): WrappedRow[] {
  const gaps = gapsOf(run);
  let gap = 0;
  let counted = 0;
  return rows.map((row) => ({
    ...row,
    holes: row.holes.map((hole) => {
      const { count, ms } = gaps[gap] ?? { count: hole.count, ms: hole.ms };
      const continued = counted > 0;
      counted += hole.count;
      if (counted >= count) {
        gap += 1;
        counted = 0;
      }
      return { ...hole, ms, continued };
    }),
  }));
}

/** Each stretch of lost slots: how many, and how long nothing new was seen. */
export function gapsOf(slots: readonly Slot[]): { count: number; ms: number }[] {
  const gaps: { count: number; ms: number }[] = [];
  let count = 0;
  let startMs = 0;
  for (const slot of slots) {
    if (slot.state === 'lost') {
      if (count === 0) startMs = slot.startMs;
      count += 1;
    } else if (count > 0) {
      gaps.push({ count, ms: (slot.state === 'late' ? slot.endMs : slot.startMs) - startMs });
      count = 0;
    }
  }
  const last = slots.at(-1);
  if (count > 0 && last !== undefined) gaps.push({ count, ms: last.endMs - startMs });
  return gaps;
}

/** The widest part of a hole that no mark crosses: that is where its plate has room. */
export function clearPart(hole: Hole, marksX: readonly number[]): { x: number; width: number } {
  const inside = marksX.filter((x) => x > hole.x && x < hole.x + hole.width).sort((a, b) => a - b);
  const edges = [hole.x, ...inside, hole.x + hole.width];
  let widest = { x: hole.x, width: 0 };
  for (let at = 1; at < edges.length; at += 1) {
    const x = edges[at - 1] ?? 0;
    const width = (edges[at] ?? 0) - x;
    if (width > widest.width) widest = { x, width };
  }
  return widest;
}

/** The strip in words: "122 lost in a row", "14 lost, two in a row at most", "none lost". */
export function lostInWords(slots: readonly Slot[]): string {
  const counts = gapsOf(slots).map((gap) => gap.count);
  const lost = counts.reduce((sum, count) => sum + count, 0);
  if (lost === 0) return 'none lost';
  if (counts.length === 1) return lost === 1 ? 'one lost' : `${formatCount(lost)} lost in a row`;
  const most = Math.max(...counts);
  return `${formatCount(lost)} lost, ${most === 1 ? 'never two' : formatCountWord(most)} in a row${most === 1 ? '' : ' at most'}`;
}
