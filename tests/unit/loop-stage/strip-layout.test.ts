import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Segment } from '../../../src/loop/contract.ts';
import { segmentAt, stepAt, stripLayout, xOfStep } from '../../../src/loop/model/strip-layout.ts';

const kinds = fc.constantFrom<Segment['kind']>('script', 'task', 'microtasks', 'frame', 'idle', 'end');

const segments = fc
  .array(fc.tuple(kinds, fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 60 })
  .map((parts) => {
    let first = 0;
    return parts.map(([kind, count]): Segment => {
      const segment = { kind, first, count, job: null };
      first += count;
      return segment;
    });
  });
const widths = fc.integer({ min: 200, max: 2000 });
const lengthOf = (list: readonly Segment[]) => list.reduce((sum, { count }) => sum + count, 0);

test('each step is found again where it stands', () => {
  fc.assert(
    fc.property(segments, widths, fc.nat(), (list, width, any) => {
      const layout = stripLayout(list, width);
      const step = any % lengthOf(list);
      expect(stepAt(layout, xOfStep(layout, step))).toBe(step);
    }),
  );
});

test('steps stand from left to right, within the strip', () => {
  fc.assert(
    fc.property(segments, widths, (list, width) => {
      const layout = stripLayout(list, width);
      let last = 0;
      for (let step = 0; step < lengthOf(list); step += 1) {
        const x = xOfStep(layout, step);
        expect(x).toBeGreaterThan(last);
        last = x;
      }
      expect(last).toBeLessThan(width);
      const end = layout.blocks.at(-1);
      expect((end?.x ?? 0) + (end?.width ?? 0)).toBeCloseTo(width, 6);
    }),
    { numRuns: 40 },
  );
});

test('a place outside of the strip is its first or last step', () => {
  const list: Segment[] = [
    { kind: 'script', first: 0, count: 3, job: null },
    { kind: 'end', first: 3, count: 1, job: null },
  ];
  const layout = stripLayout(list, 400);
  expect(stepAt(layout, -50)).toBe(0);
  expect(stepAt(layout, 9999)).toBe(3);
});

test('the gaps of many turns leave room for the steps', () => {
  const list = Array.from({ length: 5000 }, (_, first): Segment => ({
    kind: 'task',
    first,
    count: 1,
    job: null,
  }));
  const layout = stripLayout(list, 300);
  expect(layout.cells).toBe(false);
  expect(layout.pitch * 5000).toBeGreaterThan(300 / 2);
});

test('nothing recorded is an empty strip', () => {
  const layout = stripLayout([], 400);
  expect(layout.blocks).toEqual([]);
  expect(stepAt(layout, 20)).toBe(0);
});

test('the segment of a step', () => {
  const list: Segment[] = [
    { kind: 'script', first: 0, count: 3, job: null },
    { kind: 'microtasks', first: 3, count: 2, job: null },
    { kind: 'end', first: 5, count: 1, job: null },
  ];
  expect([0, 2, 3, 4, 5].map((step) => segmentAt(list, step)?.kind)).toEqual([
    'script',
    'script',
    'microtasks',
    'microtasks',
    'end',
  ]);
  expect(segmentAt([], 0)).toBeNull();
});
