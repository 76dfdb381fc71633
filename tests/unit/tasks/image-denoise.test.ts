import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denoise } from '../../../src/tasks/image/denoise.ts';
import { excess, fromLanes, GUARDS, max, min, toLanes } from '../../../src/tasks/image/lanes.ts';
import { naiveMedian, type Picture } from '../../support/tasks/naive-filters.ts';
import { pictures } from '../../support/tasks/picture-arbitraries.ts';
import { firstDifference, runPlan } from '../../support/tasks/run-task.ts';

function run(picture: Picture, radius: number): Uint8Array {
  return runPlan({ task: denoise, params: { radius, repeat: 1 }, shape: picture, input: picture.bytes });
}

describe.each([1, 2])('denoise with radius %i', (radius) => {
  it('equals a naive median of sorted neighbours, alpha kept', () => {
    fc.assert(
      fc.property(pictures(), (picture) => {
        expect(firstDifference(run(picture, radius), naiveMedian(picture, radius))).toBeNull();
      }),
    );
  });

  it('is right for patterns of black and white, which are enough to prove a network of comparators', () => {
    const side = 2 * radius + 1;
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: side * side, maxLength: side * side }), (white) => {
        const bytes = Uint8Array.from(white.flatMap((bit) => new Array<number>(4).fill(bit ? 255 : 0)));
        const middle = (white.length - 1) / 2;
        const expected = white.filter(Boolean).length > middle ? 255 : 0;
        expect(run({ width: side, height: side, bytes }, radius)[middle * 4]).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('lanes', () => {
  const pixel = fc.integer({ min: 0, max: 0xffffff });

  it('hold three channels and give them back', () => {
    fc.assert(
      fc.property(pixel, (value) => {
        expect(fromLanes(toLanes(value))).toBe(value);
      }),
    );
  });

  it('compare each channel for itself', () => {
    const channels = (value: number): number[] => [value & 255, (value >> 8) & 255, value >> 16];
    fc.assert(
      fc.property(pixel, pixel, (a, b) => {
        const each = (f: (x: number, y: number) => number): number[] =>
          channels(a).map((x, i) => f(x, channels(b)[i] ?? NaN));
        const [x, y] = [toLanes(a), toLanes(b)];
        expect(channels(fromLanes(min(x, y)))).toEqual(each(Math.min));
        expect(channels(fromLanes(max(x, y)))).toEqual(each(Math.max));
        expect(channels(fromLanes(excess(x | GUARDS, y, GUARDS)))).toEqual(
          each((p, q) => Math.max(0, p - q)),
        );
      }),
    );
  });
});
