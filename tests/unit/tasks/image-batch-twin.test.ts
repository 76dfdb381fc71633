import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomBytes } from '../../support/jobs.ts';
import { differences, waysToRun, type TwinJob } from '../../support/tasks/twins.ts';

const ways = await waysToRun('image-batch', 2 << 20);

interface Photo {
  readonly width: number;
  readonly height: number;
}

function jobOf(photos: readonly Photo[], params: Readonly<Record<string, string>>, seed: number): TwinJob {
  const bytes = photos.reduce((sum, { width, height }) => sum + width * height * 4, 0);
  return { params, shape: { photos }, input: randomBytes(bytes, seed) };
}

const side = fc.integer({ min: 1, max: 90 });
const photos = fc.array(fc.record({ width: side, height: side }), { minLength: 1, maxLength: 3 });
const chains = fc
  .shuffledSubarray(['denoise', 'blur', 'edges'])
  .map((names) => (names.length === 0 ? 'none' : names.join('+')));

it('gives the bytes of TypeScript for any photos through any chain', async () => {
  const params = fc.record({
    fit: fc.integer({ min: 16, max: 100 }).map(String),
    filters: chains,
    sigma: fc.double({ min: 0.5, max: 20, noNaN: true }).map(String),
    radius: fc.constantFrom('1', '2'),
  });
  await fc.assert(
    fc.asyncProperty(photos, params, fc.integer(), async (found, raw, seed) => {
      expect(await differences('image-batch', ways, jobOf(found, raw, seed))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it.each(['none', 'denoise', 'denoise+blur', 'edges+blur+denoise'])(
  'does so for photos of several bands, made to fit by an odd factor, through %s',
  async (filters) => {
    const large = [
      { width: 301, height: 211 },
      { width: 97, height: 400 },
    ];
    for (const fit of ['173', '512']) {
      expect(await differences('image-batch', ways, jobOf(large, { filters, fit }, 7))).toEqual([]);
    }
  },
);

it('leaves what can’t be seen without a colour', async () => {
  const clear = { ...jobOf([{ width: 40, height: 40 }], { filters: 'none', fit: '16' }, 1) };
  expect(await differences('image-batch', ways, { ...clear, input: new Uint8Array(40 * 40 * 4) })).toEqual(
    [],
  );
});
