import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edges } from '../../../src/tasks/image/edges.ts';
import { naiveSobel } from '../../support/tasks/naive-filters.ts';
import { pictures } from '../../support/tasks/picture-arbitraries.ts';
import { firstDifference, runPlan } from '../../support/tasks/run-task.ts';

describe('edges', () => {
  it('equals a naive Sobel filter', () => {
    fc.assert(
      fc.property(pictures(), (picture) => {
        const result = runPlan({ task: edges, params: { repeat: 1 }, shape: picture, input: picture.bytes });
        expect(firstDifference(result, naiveSobel(picture))).toBeNull();
      }),
    );
  });

  it('is opaque black where nothing changes', () => {
    const shape = { width: 5, height: 4 };
    const result = runPlan({ task: edges, params: { repeat: 1 }, shape, input: new Uint8Array(80).fill(99) });
    expect(new Set(new Uint32Array(result.buffer))).toEqual(new Set([0xff000000]));
  });
});
