import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blur, blurHalo } from '../../../src/tasks/image/blur.ts';
import { boxesFor, boxesHalo } from '../../../src/tasks/image/blur-boxes.ts';
import { firWeights } from '../../../src/tasks/image/blur-fir.ts';
import { naiveBoxes, naiveGaussian, type Picture } from '../../support/tasks/naive-filters.ts';
import { photo, pictures } from '../../support/tasks/picture-arbitraries.ts';
import { firstDifference, runPlan } from '../../support/tasks/run-task.ts';

function run(picture: Picture, sigma: number): Uint8Array {
  return runPlan({ task: blur, params: { sigma, repeat: 1 }, shape: picture, input: picture.bytes });
}

/** How far a result is from the true values: at most, and on average. */
function distance(result: Uint8Array, truth: Float64Array): { max: number; mean: number } {
  const misses = Array.from(truth, (value, i) => Math.abs(value - (result[i] ?? NaN)));
  return { max: Math.max(...misses), mean: misses.reduce((a, b) => a + b, 0) / misses.length };
}

describe('box widths', () => {
  it('are 17, 17 and 13 for a sigma of 8', () => {
    expect(boxesFor(8)).toEqual({ twice: 17, once: 13 });
  });

  it('are odd and have nearly the variance of the Gaussian', () => {
    fc.assert(
      fc.property(fc.double({ min: 3, max: 50, noNaN: true }), (sigma) => {
        const { twice, once } = boxesFor(sigma);
        const own = Math.sqrt((2 * twice * twice + once * once - 3) / 12);
        expect([twice % 2, once % 2]).toEqual([1, 1]);
        expect(Math.abs(own - sigma) / sigma).toBeLessThan(0.06);
      }),
    );
  });

  it('keep the largest sum within 31 bits', () => {
    const { twice, once } = boxesFor(50);
    expect(255 * twice * twice * once).toBeLessThan(2 ** 31);
  });
});

describe('blur', () => {
  it('equals three naive boxes that are rounded once a direction', () => {
    fc.assert(
      fc.property(pictures(), fc.double({ min: 3, max: 50, noNaN: true }), (picture, sigma) => {
        const { twice, once } = boxesFor(sigma);
        expect(firstDifference(run(picture, sigma), naiveBoxes(picture, [twice, twice, once]))).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('is close to a true Gaussian where it uses boxes', () => {
    const picture = photo(120, 90);
    for (const sigma of [3, 8, 12]) {
      const { max, mean } = distance(run(picture, sigma), naiveGaussian(picture, sigma));
      expect(max).toBeLessThan(4);
      expect(mean).toBeLessThan(0.6);
    }
  });

  it('is a Gaussian but for rounding where it is direct, whatever the picture', () => {
    fc.assert(
      fc.property(pictures(), fc.double({ min: 0.5, max: 2.99, noNaN: true }), (picture, sigma) => {
        // Half a level for each of the two roundings, and the cut-off tails of the bell.
        expect(distance(run(picture, sigma), naiveGaussian(picture, sigma)).max).toBeLessThan(1.3);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves a flat picture as it is', () => {
    for (const sigma of [0.5, 1.7, 2.99, 3, 8, 50]) {
      const bytes = Uint8Array.from({ length: 30 * 20 * 4 }, (_, i) => [7, 130, 255, 254][i % 4] ?? 0);
      expect(run({ width: 30, height: 20, bytes }, sigma)).toEqual(bytes);
    }
  });
});

describe('the reach of a blur', () => {
  it('is that of its boxes or of its weights', () => {
    expect(blurHalo(8)).toBe(boxesHalo({ twice: 17, once: 13 }));
    expect(blurHalo(2)).toBe(firWeights(2).length - 1);
  });

  it('weighs 65536 in all', () => {
    const [middle = 0, ...others] = firWeights(1.3);
    expect(middle + 2 * others.reduce((a, b) => a + b, 0)).toBe(65536);
  });
});
