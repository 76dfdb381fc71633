import { expect, it } from 'vitest';
import { entryOf, needFurther } from '../../../src/lab/model/catalog.ts';
import { sizeInWords } from '../../../src/lab/model/size-words.ts';

it.each([
  ['blur', '12mp', '12 megapixels'],
  ['blur', '1mp', '1 megapixel'],
  ['image-batch', '6x1mp', '6 × 1 megapixel'],
  ['mandelbrot', '512x384', '512 × 384'],
  ['hash', '12x1mib', '12 files of 1 MiB'],
  ['hash', '1x64kib', '1 file of 64 KiB'],
  ['json', '1x2mib', '2 MiB'],
  ['primes', '20000000', 'up to 20,000,000'],
] as const)('%s of size %s: %s', async (task, size, words) => {
  await needFurther();
  expect(sizeInWords(entryOf(task), size)).toBe(words);
});
