import { describe, expect, it } from 'vitest';
import { makeAxis } from '../../../src/ui/charts/axis.ts';
import {
  clearPart,
  gapsOf,
  layoutRow,
  layoutWrapped,
  lostInWords,
  rowMsFor,
  slotsOfCells,
  wrappedRowCount,
  type Slot,
  type SlotState,
} from '../../../src/ui/charts/strip-layout.ts';

const STATES: Readonly<Record<string, SlotState>> = { i: 'idle', o: 'onTime', l: 'late', x: 'lost' };

/** "iioxxl": a slot a letter, the run begins with the first that is not idle. */
function slotsFrom(letters: string, intervalMs = 1000 / 60): Slot[] {
  const lead = letters.search(/[^i]/);
  return Array.from(letters, (letter, at) => ({
    state: STATES[letter] ?? 'idle',
    startMs: (at - lead) * intervalMs,
    endMs: (at - lead + 1) * intervalMs,
  }));
}

/** An axis on which a slot at 60 Hz is five pixels. */
const axis = makeAxis({ widthPx: 300, axisMs: 900 });

describe('layoutRow', () => {
  it('gives each slot a cell of equal width with a pixel between', () => {
    const { cells, holes } = layoutRow(slotsFrom('iiiiiioooo'), axis);
    expect(holes).toEqual([]);
    expect(cells).toHaveLength(10);
    expect(cells.map((cell) => cell.width)).toEqual(Array.from({ length: 10 }, () => 4));
    expect(cells[1]?.x).toBe((cells[0]?.x ?? 0) + 5);
  });

  it('joins lost slots into one hole, with a tick for each', () => {
    const { cells, holes } = layoutRow(slotsFrom('iioxxxlo'), axis);
    expect(cells.map((cell) => cell.state)).toEqual(['idle', 'idle', 'onTime', 'late', 'onTime']);
    expect(holes).toHaveLength(1);
    expect(holes[0]).toMatchObject({ count: 3, width: 14 });
    expect(holes[0]?.ticks).toHaveLength(3);
  });

  it('measures a hole to the end of the late slot: that is the gap between two frames', () => {
    const { holes } = layoutRow(slotsFrom('oxxxxlo'), axis);
    expect(holes[0]?.ms).toBeCloseTo((5 * 1000) / 60);
  });

  it('cuts off what lies beyond the axis', () => {
    const { cells } = layoutRow(slotsFrom(`${'i'.repeat(20)}${'o'.repeat(100)}`), axis);
    const left = Math.min(...cells.map((cell) => cell.x));
    const right = Math.max(...cells.map((cell) => cell.x + cell.width));
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(300);
  });

  it('joins equal cells that are too narrow to be told apart, and loses no hole', () => {
    const narrow = makeAxis({ widthPx: 300, axisMs: 30_000 });
    const { cells, holes } = layoutRow(slotsFrom(`${'o'.repeat(300)}xl${'o'.repeat(300)}`), narrow);
    expect(cells).toHaveLength(3);
    expect(holes).toHaveLength(1);
    expect(holes[0]?.width).toBeGreaterThanOrEqual(1);
  });

  it('is empty without slots', () => {
    expect(layoutRow([], axis)).toEqual({ cells: [], holes: [] });
  });
});

describe('layoutWrapped', () => {
  const place = { leftPx: 28, widthPx: 300 };

  it('has sixty cells a row and leaves the lead out', () => {
    const rows = layoutWrapped(slotsFrom(`iiiiii${'o'.repeat(130)}`), place);
    expect(rows.map((row) => row.cells.length)).toEqual([60, 60, 10]);
    expect(rows.map((row) => row.startMs)).toEqual([0, 1000, 2000]);
    expect(rows[0]?.cells[0]).toMatchObject({ x: 28, width: 4 });
  });

  it('breaks at half a second on a fast screen', () => {
    expect(rowMsFor(1000 / 60)).toBe(1000);
    expect(rowMsFor(1000 / 75)).toBe(1000);
    expect(rowMsFor(1000 / 120)).toBe(500);
    const rows = layoutWrapped(slotsFrom('o'.repeat(120), 1000 / 120), place);
    expect(rows.map((row) => row.cells.length)).toEqual([60, 60]);
  });

  it('tells the whole length of a gap in each of its pieces', () => {
    const rows = layoutWrapped(slotsFrom(`o${'x'.repeat(122)}l${'o'.repeat(9)}`), place);
    const pieces = rows.flatMap((row) => row.holes);
    expect(pieces.map((piece) => piece.count)).toEqual([59, 60, 3]);
    expect(pieces.map((piece) => piece.continued)).toEqual([false, true, true]);
    for (const piece of pieces) expect(piece.ms).toBeCloseTo((123 * 1000) / 60);
  });

  it('tells two gaps of one length apart', () => {
    const rows = layoutWrapped(slotsFrom('xxxxloxxxxlo'), place);
    expect(rows[0]?.holes.map((hole) => hole.continued)).toEqual([false, false]);
  });

  it('has as many rows as its count says', () => {
    for (const letters of ['', 'iii', 'o', 'o'.repeat(60), 'o'.repeat(61)]) {
      expect(layoutWrapped(slotsFrom(letters), place)).toHaveLength(wrappedRowCount(slotsFrom(letters)));
    }
  });
});

describe('in words', () => {
  it.each([
    ['ooo', 'none lost'],
    ['oxl', 'one lost'],
    [`o${'x'.repeat(122)}l`, '122 lost in a row'],
    ['oxxlooxlo', '3 lost, two in a row at most'],
    ['oxlooxlo', '2 lost, never two in a row'],
  ])('%s', (letters, words) => {
    expect(lostInWords(slotsFrom(letters))).toBe(words);
  });

  it('counts a gap that was not over when the record ended', () => {
    expect(gapsOf(slotsFrom('oxxx'))).toEqual([{ count: 3, ms: expect.closeTo(50) as number }]);
  });
});

describe('clearPart', () => {
  const hole = { x: 100, width: 200, count: 9, ms: 1, continued: false, ticks: [] };

  it('is the whole hole without marks, and the widest part between them', () => {
    expect(clearPart(hole, [20, 400])).toEqual({ x: 100, width: 200 });
    expect(clearPart(hole, [150, 290])).toEqual({ x: 150, width: 140 });
  });
});

describe('slotsOfCells', () => {
  it('ends each slot where the next begins', () => {
    const slots = slotsOfCells(
      [
        { kind: 'onTime', atMs: 0 },
        { kind: 'lost', atMs: 17 },
        { kind: 'late', atMs: 33 },
      ],
      16,
    );
    expect(slots.map((slot) => slot.endMs)).toEqual([17, 33, 49]);
  });

  it('leaves a hole where nothing was recorded', () => {
    const slots = slotsOfCells(
      [
        { kind: 'idle', atMs: -200 },
        { kind: 'idle', atMs: -16 },
      ],
      16,
    );
    expect(slots[0]?.endMs).toBe(-184);
  });
});
