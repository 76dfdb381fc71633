import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENE_IDS } from '../../../src/tasks/path-tracer/info.ts';
import { differences, waysToRun } from '../../support/tasks/twins.ts';

const ways = await waysToRun('path-tracer', 1 << 20);

describe("the path tracer's twin", () => {
  it.each(SCENE_IDS)('draws %s as TypeScript does, to the last bit', async (scene) => {
    const params = { scene, samples: '24', width: '37', height: '28', tile: '16' };
    expect(await differences('path-tracer', ways, { params, shape: {}, input: new Uint8Array(0) })).toEqual(
      [],
    );
  });

  it('does so at any size', { timeout: 60_000 }, async () => {
    const view = fc.record({
      scene: fc.constantFrom(...SCENE_IDS),
      samples: fc.integer({ min: 1, max: 9 }).map(String),
      width: fc.integer({ min: 1, max: 30 }).map(String),
      height: fc.integer({ min: 1, max: 30 }).map(String),
      tile: fc.integer({ min: 4, max: 24 }).map(String),
    });
    await fc.assert(
      fc.asyncProperty(view, async (params) => {
        const job = { params, shape: {}, input: new Uint8Array(0) };
        expect(await differences('path-tracer', ways, job)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('knows the same places in memory', () => {
    const placesOf = (file: string): string[] => {
      const path = new URL(`../../../src/tasks/path-tracer/${file}`, import.meta.url);
      return [...readFileSync(path, 'utf8').matchAll(/^export const (\w+)(?:: i32)? = (.+);$/gm)].map(
        ([, name = '', value = '']) => `${name} ${value}`,
      );
    };
    expect(placesOf('layout.ts').length).toBeGreaterThan(60);
    expect(placesOf('layout.as.ts')).toEqual(placesOf('layout.ts'));
  });
});
