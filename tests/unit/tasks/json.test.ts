import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../src/lab/json/words.ts';
import { BadInput } from '../../../src/tasks/contract.ts';
import { writeDocument } from '../../../src/tasks/json/generate.ts';
import { json, parseDocument } from '../../../src/tasks/json/json.ts';
import { faultSentence, locateFault, placeOf } from '../../../src/tasks/json/locate.ts';
import { summarise } from '../../../src/tasks/json/summarise.ts';
import { readSummary, SUMMARY_BYTES, summaryText, writeSummary } from '../../../src/tasks/json/summary.ts';
import { runPlan } from '../../support/tasks/run-task.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function resultOf(text: string, filling?: number) {
  const input = utf8(text);
  const shape = { sizes: [input.length] };
  const output = runPlan({ task: json, params: {}, shape, input }, filling);
  return readSummary(json.finish?.(output, {}, shape) ?? output);
}

/** Values, depth and keys as recursion counts them. */
function naive(value: unknown): { values: number; depth: number; keys: string[] } {
  if (typeof value !== 'object' || value === null) return { values: 1, depth: 1, keys: [] };
  const inside = Object.values(value).map(naive);
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return {
    values: 1 + inside.reduce((sum, each) => sum + each.values, 0),
    depth: 1 + Math.max(0, ...inside.map((each) => each.depth)),
    keys: [...own, ...inside.flatMap((each) => each.keys)],
  };
}

describe('the summary of a document', () => {
  it('counts values by type, depth and keys', () => {
    const text = '{"a": [1, 2.5, -3], "b": {"a": null, "c": "long string"}, "d": true, "e": "s", "f": false}';
    expect(resultOf(text)).toEqual({
      bytes: text.length,
      counts: { objects: 2, arrays: 1, strings: 2, numbers: 3, booleans: 2, nulls: 1 },
      depth: 3,
      levels: [1, 5, 5],
      keys: { all: 7, distinct: 6 },
      common: [
        { name: 'a', count: 2 },
        { name: 'b', count: 1 },
        { name: 'd', count: 1 },
        { name: 'e', count: 1 },
        { name: 'f', count: 1 },
        { name: 'c', count: 1 },
      ],
      longest: { length: 11, start: 'long string' },
      numbers: [{ name: 'a[]', count: 3, min: -3, max: 2.5, mean: 0.5 / 3 }],
    });
  });

  it('counts as plain recursion does, whatever the document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const summary = resultOf(JSON.stringify(value));
        const { depth, keys, levels } = summary;
        const expected = naive(JSON.parse(JSON.stringify(value)));
        expect(valuesOf(summary)).toBe(expected.values);
        expect(levels.reduce((a, b) => a + b)).toBe(expected.values);
        expect(depth).toBe(expected.depth);
        expect(keys).toEqual({ all: expected.keys.length, distinct: new Set(expected.keys).size });
      }),
    );
  });

  it('finds least, mean and most of each key', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 50 }), (list) => {
        const [found] = resultOf(JSON.stringify(list.map((n) => ({ n })))).numbers;
        const mean = list.reduce((a, b) => a + b) / list.length;
        expect(found).toMatchObject({ name: 'n', count: list.length });
        expect([found?.min, found?.max]).toEqual([Math.min(...list), Math.max(...list)]);
        expect(found?.mean).toBeCloseTo(mean, 6);
      }),
    );
  });

  it('survives hostile documents: nested deeply, __proto__, numbers beyond all bounds, wild names', () => {
    expect(resultOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).depth).toBe(100_000);
    expect(resultOf('{"__proto__": 5, "constructor": 6}').common.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(resultOf('{"n": 1e999}').numbers).toEqual([
      { name: 'n', count: 1, min: null, max: null, mean: null },
    ]);
    const wild = '\u{1f600}\u0000"\\\uffff'.repeat(40);
    const text = JSON.stringify({ [wild]: [wild, 7] });
    expect(resultOf(text).common[0]?.name).toBe(wild.slice(0, 60));
  });

  it('fits its place at its largest', () => {
    const wild = (i: number): string => '\u2028'.repeat(59) + String.fromCharCode(0x3000 + i);
    const keys = Array.from({ length: 40 }, (_, i) => [wild(i), -1.234567890123456e-300 / (i + 3)] as const);
    let deep: unknown = Object.fromEntries(keys);
    for (let i = 0; i < 40; i++) deep = [deep, '\u2028'.repeat(100)];
    const out = new Uint8Array(SUMMARY_BYTES);
    const summary = summarise(deep, Number.MAX_SAFE_INTEGER);
    writeSummary(summary, out);
    expect(readSummary(summaryText(out))).toEqual(summary);
  });

  it('is the same whatever lay in the output before', () => {
    expect(resultOf('[1]', 0)).toEqual(resultOf('[1]', 0xff));
  });

  it('is made in one step: it is indivisible', () => {
    const shape = { sizes: [3] };
    expect(json.nature({}, shape)).toBe('indivisible');
    expect(json.plan({}, shape).parts).toHaveLength(1);
    const [part] = json.plan({}, shape).parts;
    if (part === undefined) throw new Error('no part');
    const steps = json.steps({ params: {}, shape, part, out: new Uint8Array(SUMMARY_BYTES) });
    expect(steps.next(new Uint8Array(0))).toEqual({ done: false, value: { start: 0, end: 3 } });
    expect(steps.next(utf8('[1]')).done).toBe(true);
  });
});

describe('a text that is not JSON', () => {
  it.each([
    ['{"a":1,}', 'Line 1, column 8: a comma must not stand before }.'],
    ['[1,\n 2', 'Line 2, column 3: a comma or ] should stand here, but the text ends.'],
    ['{"a" 1}', 'Line 1, column 6: a colon should stand behind the key, not “1”.'],
    ["{'a':1}", "Line 1, column 2: a key in double quotes should stand here, not “'”."],
    ['{"a":\r\n  [1,\r\n  oops]}', 'Line 3, column 3: a value should stand here, not “o”.'],
    ['[\n01]', 'Line 2, column 1: this is not a number as JSON writes them.'],
    ['["ab\ncd"]', 'Line 1, column 5: a string must not hold a line break or another control character.'],
    ['"\\x"', 'Line 1, column 2: there is no such escape in JSON.'],
    ['[1, "abc', 'Line 1, column 5: this string has no end.'],
    ['{} x', 'Line 1, column 4: the value has ended, but there is more, not “x”.'],
    ['// note\n{}', 'Line 1, column 1: JSON has no comments.'],
    ["['a']", 'Line 1, column 2: strings stand in double quotes.'],
    ['  \n', 'It is empty: there is no value in it.'],
  ])('%j is told in one sentence', (text, sentence) => {
    const attempt = (): unknown => parseDocument(utf8(text));
    expect(attempt).toThrow(BadInput);
    expect(attempt).toThrow(sentence);
    expect(faultSentence(text)).toBe(sentence);
  });

  it('is found wherever JSON.parse finds it too', () => {
    const spoilt = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\u0001', '-', 'x', '\\', ':'))
      .map(
        ([text, at, by]) =>
          text.slice(0, at % (text.length + 1)) + by + text.slice((at + 1) % (text.length + 1)),
      );
    fc.assert(
      fc.property(spoilt, (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(locateFault(text) === null).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  it('that is no text at all is told apart', () => {
    expect(() => parseDocument(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toThrow('not text in UTF-8');
    expect(() => parseDocument(Uint8Array.of(0xff, 0xfe, 0x5b, 0))).toThrow('UTF-16');
    expect(parseDocument(Uint8Array.of(0xef, 0xbb, 0xbf, 0x37))).toBe(7);
  });

  it('is placed in lines of any kind', () => {
    expect(placeOf('a\r\nb\rc\nd', 7)).toEqual({ line: 4, column: 1 });
    expect(placeOf('abc', 2)).toEqual({ line: 1, column: 3 });
  });
});

describe('the document that this page makes', () => {
  it.each([4096, 50_000, 1 << 20])('is valid at %i bytes, and the same again', (length) => {
    const [a, b, c] = [7, 7, 8].map((seed) => {
      const bytes = new Uint8Array(length).fill(0xa5);
      writeDocument(bytes, seed);
      return bytes;
    });
    const made = parseDocument(a as Uint8Array) as { orders: unknown[] };
    expect(made.orders.length).toBeGreaterThan(length / 1500);
    expect(Buffer.compare(a as Uint8Array, b as Uint8Array)).toBe(0);
    expect(Buffer.compare(a as Uint8Array, c as Uint8Array)).not.toBe(0);
  });
});
