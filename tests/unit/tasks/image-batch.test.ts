import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blur } from '../../../src/tasks/image/blur.ts';
import { denoise } from '../../../src/tasks/image/denoise.ts';
import { edges } from '../../../src/tasks/image/edges.ts';
import { imageBatch } from '../../../src/tasks/image-batch/image-batch.ts';
import { imageBatchInfo } from '../../../src/tasks/image-batch/info.ts';
import { fitted, planBatch } from '../../../src/tasks/image-batch/plan.ts';
import { randomBytes } from '../../support/jobs.ts';
import { firstDifference, runPlan, tilesOutput } from '../../support/tasks/run-task.ts';

const NO_FILTER = imageBatchInfo.parse({ filters: 'none', fit: '16' });

function filtered(
  params: Record<string, string>,
  photos: { width: number; height: number }[],
  input: Uint8Array,
) {
  return runPlan({ task: imageBatch, params: imageBatchInfo.parse(params), shape: { photos }, input });
}

describe('a photo that fits', () => {
  const shape = { width: 31, height: 23 };
  const input = randomBytes(31 * 23 * 4, 5);

  it('goes through the chain as through one task after the other', () => {
    const noiseless = runPlan({ task: denoise, params: { radius: 1, repeat: 1 }, shape, input });
    const soft = runPlan({ task: blur, params: { sigma: 3, repeat: 1 }, shape, input: noiseless });
    const wanted = runPlan({ task: edges, params: { repeat: 1 }, shape, input: soft });
    expect(firstDifference(filtered({ filters: 'denoise+blur+edges' }, [shape], input), wanted)).toBeNull();
  });

  it('depends on the order of the chain', () => {
    const one = filtered({ filters: 'denoise+edges' }, [shape], input);
    expect(firstDifference(one, filtered({ filters: 'edges+denoise' }, [shape], input))).not.toBeNull();
  });

  it('is left as it is without a filter', () => {
    expect(firstDifference(filtered({ filters: 'none' }, [shape], input), input)).toBeNull();
  });

  it('doesn’t depend on the photos beside it', () => {
    const alone = filtered({}, [shape], input);
    const other = randomBytes(20 * 40 * 4, 6);
    const both = new Uint8Array(other.length + input.length);
    both.set(other);
    both.set(input, other.length);
    const together = filtered({}, [{ width: 20, height: 40 }, shape], both);
    expect(firstDifference(together.slice(-alone.length), alone)).toBeNull();
  });
});

describe('a photo made smaller', () => {
  it('keeps one colour as it is, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }), (width, height) => {
        const input = new Uint8Array(width * height * 4);
        for (let i = 0; i < input.length; i += 4) input.set([200, 3, 77, 140], i);
        const result = filtered({ filters: 'none', fit: '16' }, [{ width, height }], input);
        for (let i = 0; i < result.length; i += 4)
          expect([...result.subarray(i, i + 4)]).toEqual([200, 3, 77, 140]);
      }),
      { numRuns: 60 },
    );
  });

  it('halved, has the means of four', () => {
    const input = randomBytes(32 * 32 * 4, 3);
    for (let i = 3; i < input.length; i += 4) input[i] = 255;
    const result = filtered({ filters: 'none', fit: '16' }, [{ width: 32, height: 32 }], input);
    const at = (x: number, y: number): number => input[(y * 32 + x) * 4] ?? 0;
    for (let y = 0; y < 16; y++) {
      for (let x = 0; x < 16; x++) {
        const mean =
          (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) / 4;
        expect(result[(y * 16 + x) * 4]).toBe(Math.floor(mean + 0.5));
      }
    }
  });

  it('lets what can’t be seen colour nothing', () => {
    const input = new Uint8Array(32 * 16 * 4);
    for (let i = 0; i < input.length; i += 8) input.set([10, 20, 30, 255, 255, 255, 255, 0], i);
    const result = filtered({ filters: 'none', fit: '16' }, [{ width: 32, height: 16 }], input);
    expect([...result.subarray(0, 4)]).toEqual([10, 20, 30, 128]);
  });

  it('fits, and keeps its shape', () => {
    expect(fitted({ width: 4000, height: 3000 }, 1024)).toEqual({ width: 1024, height: 768 });
    expect(fitted({ width: 300, height: 4000 }, 1000)).toEqual({ width: 75, height: 1000 });
    expect(fitted({ width: 5000, height: 1 }, 100)).toEqual({ width: 100, height: 1 });
    expect(fitted({ width: 640, height: 480 }, 1024)).toEqual({ width: 640, height: 480 });
  });
});

describe('the plan', () => {
  const photos = [
    { width: 40, height: 30 },
    { width: 8, height: 8 },
    { width: 16, height: 64 },
  ];

  it('has a part for each photo; inputs and outputs touch', () => {
    const { parts, outputBytes } = planBatch(NO_FILTER, { photos });
    expect(parts.map(({ input }) => input.end - input.start)).toEqual([40 * 30 * 4, 8 * 8 * 4, 16 * 64 * 4]);
    expect(tilesOutput(parts, outputBytes)).toBe(true);
    expect(parts[1]?.input.start).toBe(parts[0]?.input.end);
  });

  it('is divisible for many photos, not for one', () => {
    expect(imageBatch.nature(NO_FILTER, { photos })).toBe('divisible');
    expect(imageBatch.nature(NO_FILTER, { photos: photos.slice(1, 2) })).toBe('resumable');
  });
});

describe('parameters', () => {
  it('have defaults', () => {
    expect(imageBatchInfo.parse({})).toEqual({ fit: 1024, filters: 'denoise', sigma: 3, radius: 1 });
  });

  it.each([
    [{ filters: 'sepia' }, 'filters must be none, or denoise, blur, edges joined by +, each at most once.'],
    [
      { filters: 'blur+blur' },
      'filters must be none, or denoise, blur, edges joined by +, each at most once.',
    ],
    [{ fit: '5' }, 'fit must be a whole number from 16 to 4096.'],
    [{ sigma: 'much' }, 'sigma must be a number from 0.5 to 50.'],
    [{ radius: '3' }, 'radius must be a whole number from 1 to 2.'],
  ])('%j is refused in a sentence', (raw, sentence) => {
    expect(() => imageBatchInfo.parse(raw as Record<string, string>)).toThrow(sentence);
  });
});
