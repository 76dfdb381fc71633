import { Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_CODE_BYTES, paramsOf, readSource } from '../../../src/loop/address.ts';
import { EXAMPLE_GROUPS, findExample, FIRST_EXAMPLE } from '../../../src/loop/examples/examples.ts';
import { pack } from '../../../src/ui/share/pack.ts';

const read = (query: string) => readSource(new URLSearchParams(query));

describe('an address', () => {
  test('brings any code back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (code) => {
        const params = new URLSearchParams((await paramsOf(code)).toString());
        expect(await readSource(params)).toEqual({ code, notice: null });
      }),
      { numRuns: 60 },
    );
  });

  test('names an example by its slug', async () => {
    const example = findExample('nested-microtasks');
    expect((await paramsOf(example?.code ?? '')).toString()).toBe('example=nested-microtasks');
    expect((await read('example=nested-microtasks')).code).toBe(example?.code);
  });

  test('without anything shows the first example', async () => {
    expect(await read('')).toEqual({ code: FIRST_EXAMPLE.code, notice: null });
  });

  test('of an unknown example says so', async () => {
    const { code, notice } = await read('example=constructor');
    expect(code).toBe(FIRST_EXAMPLE.code);
    expect(notice).toContain('“constructor”');
  });

  test('that was cut short says so', async () => {
    const word = await pack('console.log("a text that is long enough")');
    const { code, notice } = await read(`code=${word.slice(0, -9)}`);
    expect(code).toBe(FIRST_EXAMPLE.code);
    expect(notice).toContain('damaged');
  });

  test('that holds a program of megabytes is refused', async () => {
    const { notice } = await read(`code=${await pack('a'.repeat(MAX_CODE_BYTES + 1))}`);
    expect(notice).toContain('more than this page takes');
  });
});

describe('the examples', () => {
  const all = EXAMPLE_GROUPS.flatMap(({ examples }) => examples);

  test('are many, and no two are the same', () => {
    expect(all.length).toBeGreaterThanOrEqual(25);
    for (const key of ['slug', 'title', 'code'] as const) {
      expect(new Set(all.map((example) => example[key])).size, key).toBe(all.length);
    }
  });

  test.each(all)('$slug parses, fits a screen and has words', ({ slug, title, look, code }) => {
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).not.toBe('');
    expect(look).toMatch(/[.?)]$/);
    expect(() => new Script(code)).not.toThrow();
    const lines = code.split('\n');
    expect(lines.length).toBeLessThanOrEqual(28);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(66);
    expect(lines[0]).toMatch(/^\S/);
    expect(code).not.toMatch(/\t|\s$/);
  });
});
