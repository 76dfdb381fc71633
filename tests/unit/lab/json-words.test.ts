import { beforeAll, describe, expect, it } from 'vitest';
import { formatFound, homeRows, homeSentence, summaryRows } from '../../../src/lab/json/words.ts';
import { scaledLoad } from '../../../src/lab/model/calibrate.ts';
import { needFurther } from '../../../src/lab/model/catalog.ts';
import { busyWorkers, forecasts } from '../../../src/lab/model/forecast.ts';
import { parseOptions } from '../../../src/lab/model/options.ts';
import { summarise } from '../../../src/tasks/json/summarise.ts';
import { DEFAULTS } from '../../support/prepared.ts';

beforeAll(needFurther);

describe('a summary in words', () => {
  it('has a row a type, and leaves out what there is none of', () => {
    const long = 'x'.repeat(70);
    const rows = summaryRows(summarise({ a: 1, b: [long, 2], c: { a: 3 } }, 10));
    expect(rows.map(({ label, value }) => [label, value])).toEqual([
      ['Objects', '2'],
      ['Arrays', '1'],
      ['Strings', '1'],
      ['Numbers', '3'],
      ['Depth', '3'],
      ['Keys', '4'],
      ['Longest string', '70 characters'],
    ]);
    expect(rows.find(({ label }) => label === 'Keys')?.note).toBe('3 different; most often “a”, “b”, “c”');
    expect(rows.at(-1)?.note).toBe(`“${'x'.repeat(60)}…”`);
  });

  it('writes numbers no longer than a column', () => {
    expect([249.99432470939493, 1e21, -1e-7, 0, 1_234_567, null].map(formatFound)).toEqual([
      '249.994',
      '1.000e+21',
      '-1.000e-7',
      '0',
      '1,234,567',
      'too large',
    ]);
  });
});

describe('the way home', () => {
  const way = { summaryMs: 0.4, treeMs: 1640, packedMs: 800, heldMs: 812 };

  it('tells both, and how long the page stood still', () => {
    expect(homeRows(way, 950, 3000).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Summary home: 0.4 ms',
      'Whole tree home: 1.64 s',
      'Page stood still: 812 ms',
    ]);
    expect(homeSentence(way)).toContain('4,100 times as long');
  });

  it('claims nothing where both are quick', () => {
    expect(homeSentence({ ...way, treeMs: 30 })).toContain('Try a larger one');
    expect(homeSentence({ ...way, heldMs: 20 })).not.toContain('unpack');
  });
});

describe('one call', () => {
  it('is forecast for one worker, however many there are', () => {
    const prepared = { draft: { plan: { parts: [0] } } };
    expect(forecasts(2000, busyWorkers(prepared, 7)).pool).toBe(2000);
    expect(busyWorkers({ draft: { plan: { parts: [1, 2, 3] } } }, 2)).toBe(2);
    expect(busyWorkers(null, 4)).toBe(4);
  });
});

describe('sizes and loads', () => {
  it('a document may have any size up to 256 MiB, and is one file', () => {
    const sizeOf = (size: string) => parseOptions(new URLSearchParams({ task: 'json', size }), DEFAULTS);
    expect(sizeOf('1x7mib')).toMatchObject({ options: { size: '1x7mib' }, notices: [] });
    for (const size of ['2x7mib', '1x300mib', '1x1kib', '4mp']) {
      expect(sizeOf(size).options.size).toBeNull();
      expect(sizeOf(size).notices[0]).toContain('is not a size for this task');
    }
  });

  it('a fitted load can be a round number', () => {
    expect(scaledLoad(3e8, 170, 2000, { min: 1, max: 1e10, digits: 2 })).toBe(3_500_000_000);
    expect(scaledLoad(300, 170, 2000, { min: 1, max: 1e10 })).toBe(3529);
  });
});
