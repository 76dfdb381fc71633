import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sourcesOf } from '../../../scripts/vite/asc.ts';

const TASKS = fileURLToPath(new URL('../../../src/tasks/', import.meta.url));

const namesOf = (kernel: string): string[] =>
  sourcesOf(TASKS + kernel).map((source) => source.slice(TASKS.length));

it('a kernel is compiled anew when one that it imports changes, in whatever folder', () => {
  expect(namesOf('proof-of-work/proof.as.ts')).toEqual([
    'hash/sha256-block.as.ts',
    'proof-of-work/proof.as.ts',
  ]);
});

it('kernels that import each other are taken once', () => {
  const names = namesOf('path-tracer/path-tracer.as.ts');
  expect(names).toEqual(expect.arrayContaining(['path-tracer/light.as.ts', 'path-tracer/surface.as.ts']));
  expect(new Set(names).size).toBe(names.length);
});
