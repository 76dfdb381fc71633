import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part, Task } from '../../../src/tasks/contract.ts';
import { bandOf, planBands } from '../../../src/tasks/image/bands.ts';
import { blur, blurHalo } from '../../../src/tasks/image/blur.ts';
import { denoise } from '../../../src/tasks/image/denoise.ts';
import { edges } from '../../../src/tasks/image/edges.ts';
import type { ImageShape } from '../../../src/tasks/image/shape.ts';
import { photo, pictures, randomBytes } from '../../support/tasks/picture-arbitraries.ts';
import {
  cutAt,
  firstDifference,
  runParts,
  runPlan,
  tilesOutput,
  type Job,
} from '../../support/tasks/run-task.ts';

/** A filter with one set of params, and the rows that it looks beyond its own. */
interface Filter {
  readonly name: string;
  readonly halo: number;
  readonly job: (shape: ImageShape, input: Uint8Array, repeat?: number) => Job<unknown, ImageShape, Part>;
}

function filter<P extends { repeat: number }>(task: Task<P, ImageShape>, params: P, halo: number): Filter {
  return {
    name: `${task.id} ${JSON.stringify(params)}`,
    halo,
    // The params go back to the task that they came with.
    job: (shape, input, repeat = 1) => ({
      task: task,
      params: { ...params, repeat },
      shape,
      input,
    }),
  };
}

const FILTERS = [
  ...[0.5, 2.9, 3, 8, 20].map((sigma) => filter(blur, { sigma, repeat: 1 }, blurHalo(sigma))),
  filter(edges, { repeat: 1 }, 1),
  filter(denoise, { radius: 1, repeat: 1 }, 1),
  filter(denoise, { radius: 2, repeat: 1 }, 2),
];

describe.each(FILTERS)('$name', ({ halo, job }) => {
  it('gives the same bytes however the picture is cut, and writes every one', () => {
    fc.assert(
      fc.property(pictures(60), fc.array(fc.nat(), { maxLength: 6 }), (picture, cuts) => {
        const whole = runParts(job(picture, picture.bytes), cutAt(picture, halo, []), 0);
        const cut = runParts(job(picture, picture.bytes), cutAt(picture, halo, cuts), 0xff);
        expect(firstDifference(cut, whole)).toBeNull();
        expect(firstDifference(runPlan(job(picture, picture.bytes)), whole)).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same bytes by its own plan, where that has many parts', () => {
    const picture = photo(201, 700);
    const planned = job(picture, picture.bytes);
    expect(planned.task.plan(planned.params, picture).parts.length).toBeGreaterThan(1);
    expect(firstDifference(runPlan(planned), runParts(planned, cutAt(picture, halo, [])))).toBeNull();
  });

  it('gives the same bytes when it is repeated', () => {
    const picture = photo(40, 50);
    expect(
      firstDifference(runPlan(job(picture, picture.bytes, 3)), runPlan(job(picture, picture.bytes))),
    ).toBeNull();
  });

  it.each([
    [1, 1],
    [20_000, 3],
    [3, 20_000],
  ])('takes a picture of %i × %i', (width, height) => {
    const next = randomBytes(5);
    const bytes = Uint8Array.from({ length: width * height * 4 }, next);
    const extreme = job({ width, height }, bytes);
    expect(firstDifference(runPlan(extreme, 0), runPlan(extreme, 0xff))).toBeNull();
  });

  it('reads shared memory that starts anywhere on a whole pixel', () => {
    const picture = photo(33, 21);
    const shared = new Uint8Array(new SharedArrayBuffer(picture.bytes.length + 12), 12);
    shared.set(picture.bytes);
    expect(firstDifference(runPlan(job(picture, shared)), runPlan(job(picture, picture.bytes)))).toBeNull();
  });

  it('leaves its input alone', () => {
    const picture = photo(33, 21);
    const before = picture.bytes.slice();
    runPlan(job(picture, picture.bytes));
    expect(firstDifference(picture.bytes, before)).toBeNull();
  });
});

describe('bands', () => {
  const sizes = fc.record({
    width: fc.integer({ min: 1, max: 8000 }),
    height: fc.integer({ min: 1, max: 8000 }),
  });

  it('tile the output and see their halo, or as much of it as there is', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 200 }), (shape, halo) => {
        const { parts, outputBytes } = planBands(shape, { halo, repeat: 1 });
        expect(outputBytes).toBe(shape.width * shape.height * 4);
        expect(tilesOutput(parts, outputBytes)).toBe(true);
        for (const part of parts) {
          const { first, rows, seen } = bandOf(shape, part);
          const top = part.output.start / (shape.width * 4);
          expect(first).toBe(Math.min(halo, top));
          expect(seen - first - rows).toBe(Math.min(halo, shape.height - top - rows));
        }
      }),
    );
  });

  it('are enough for sixteen workers in a large photo, and few where halos or a small picture would make them costly', () => {
    const count = (width: number, height: number, halo: number): number =>
      planBands({ width, height }, { halo, repeat: 1 }).parts.length;
    expect(count(4000, 3000, blurHalo(8))).toBe(32);
    expect(count(4000, 3000, blurHalo(50))).toBeLessThan(8);
    expect(count(100, 100, 1)).toBe(1);
  });

  it('cost more when the filter is repeated, without becoming more', () => {
    const shape = { width: 640, height: 480 };
    const once = planBands(shape, { halo: 2, repeat: 1 }).parts;
    const thrice = planBands(shape, { halo: 2, repeat: 3 }).parts;
    expect(thrice.map((part) => part.cost)).toEqual(once.map((part) => part.cost * 3));
  });
});
