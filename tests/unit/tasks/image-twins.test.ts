import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, waysToRun, type TwinJob } from '../../support/tasks/twins.ts';
import { randomBytes } from '../../support/jobs.ts';

const LARGEST = 2 << 20;

interface Found {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly repeat: number;
}

/** Odd widths, single pixels, and rows that are longer than any vector and any tile. */
const pictures = fc.record({
  width: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 400 })),
  height: fc.integer({ min: 1, max: 60 }),
  seed: fc.integer(),
  repeat: fc.integer({ min: 1, max: 2 }),
});

function jobOf({ width, height, seed, repeat }: Found, params: Readonly<Record<string, string>>): TwinJob {
  const input = randomBytes(width * height * 4, seed);
  return { params: { ...params, repeat: String(repeat) }, shape: { width, height }, input };
}

/** A picture of several bands. */
const LARGE: Found = { width: 301, height: 211, seed: 7, repeat: 1 };

describe('the twin of blur', async () => {
  const ways = await waysToRun('blur', LARGEST);

  it('gives the bytes of TypeScript for any σ', async () => {
    const sigmas = fc.oneof(
      fc.double({ min: 0.5, max: 4, noNaN: true }),
      fc.double({ min: 4, max: 50, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(pictures, sigmas, async (picture, sigma) => {
        expect(await differences('blur', ways, jobOf(picture, { sigma: String(sigma) }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['0.5', '2.9', '3', '8', '12.4', '12.6', '13', '50'])(
    'does so over several bands, σ %s',
    async (sigma) => {
      expect(await differences('blur', ways, jobOf(LARGE, { sigma }))).toEqual([]);
    },
  );

  it('leaves the lightest picture as it is', async () => {
    const shape = { width: 64, height: 48 };
    const input = new Uint8Array(shape.width * shape.height * 4).fill(255);
    expect(await differences('blur', ways, { params: { sigma: '50' }, shape, input })).toEqual([]);
  });
});

describe.each([
  ['denoise', { radius: '1' }],
  ['denoise', { radius: '2' }],
  ['edges', {}],
] as const)('the twin of %s %o', async (task, params) => {
  const ways = await waysToRun(task, LARGEST);

  it('gives the bytes of TypeScript', async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async (picture) => {
        expect(await differences(task, ways, jobOf(picture, params))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('does so over several bands and tiles', async () => {
    expect(await differences(task, ways, jobOf(LARGE, params))).toEqual([]);
    expect(await differences(task, ways, jobOf({ ...LARGE, width: 1300, height: 90 }, params))).toEqual([]);
  });

  it('does so where values are equal, or as far apart as they can be', async () => {
    const shape = { width: 37, height: 23 };
    const input = randomBytes(shape.width * shape.height * 4, 3).map((byte) => (byte & 1 ? 255 : 0));
    expect(await differences(task, ways, { params, shape, input })).toEqual([]);
  });
});
