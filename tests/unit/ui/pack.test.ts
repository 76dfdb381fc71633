import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack, UnpackError } from '../../../src/ui/share/pack.ts';

describe('a text in an address', () => {
  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 500 }), async (text) => {
        const word = await pack(text);
        expect(word).toMatch(/^[\w-]+$/);
        expect(await unpack(word)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  test('is shorter than it was where it repeats itself', async () => {
    expect((await pack('await '.repeat(1000))).length).toBeLessThan(100);
  });

  test('of many bytes is packed too', async () => {
    const text = Array.from({ length: 60_000 }, (_, i) =>
      String.fromCodePoint(33 + ((i * 7919) % 5000)),
    ).join('');
    expect(await unpack(await pack(text))).toBe(text);
  });
});

describe('a damaged link', () => {
  test.each(['', 'ä', 'a b', 'A', 'AAAA', '____'])('"%s" is refused', async (word) => {
    await expect(unpack(word)).rejects.toBeInstanceOf(UnpackError);
  });

  test('cut short is refused', async () => {
    const word = await pack('some words that are long enough to be cut');
    await expect(unpack(word.slice(0, -6))).rejects.toBeInstanceOf(UnpackError);
  });

  test('that would fill the memory is refused', async () => {
    const word = await pack('a'.repeat(100_000));
    await expect(unpack(word, 50_000)).rejects.toThrow('more than this page takes');
  });
});
