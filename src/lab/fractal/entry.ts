import type { CatalogEntry } from '../model/catalog.ts';

export const mandelbrotEntry: CatalogEntry = {
  id: 'mandelbrot',
  input: 'none',
  sizes: ['512x384', '1024x768', '2048x1536'],
  fields: [{ kind: 'range', name: 'iterations', label: 'Iterations', min: 100, max: 10_000, step: 100 }],
  load: { name: 'iterations', min: 200, max: 10_000, initial: 500, affine: true },
  about: 'A fractal whose tiles need very different amounts of work.',
};
