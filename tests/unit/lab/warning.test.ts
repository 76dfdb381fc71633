import { beforeAll, describe, expect, it } from 'vitest';
import { needFurther } from '../../../src/lab/model/catalog.ts';
import { LONG_FREEZE_MS } from '../../../src/lab/model/long-freeze.ts';
import { sizeName, smallerJob } from '../../../src/lab/model/warning.ts';
import { files, optionsWith, picture, prepared } from '../../support/prepared.ts';

beforeAll(needFurther);

const MIB = 1 << 20;

describe('a smaller picture', () => {
  it('is the largest that is bearable, with as much to do for each pixel', () => {
    const job = prepared('blur', picture(4032, 3024), 9000, { repeat: '8' });
    const smaller = smallerJob(optionsWith({ size: '12mp' }), job);
    expect(smaller).toMatchObject({ change: { size: '1mp', params: { repeat: '8' } }, words: '1 megapixel' });
    expect(smaller?.forecastMs).toBeCloseTo((9000 * 1232 * 816) / (4032 * 3024));
    expect(smallerJob(optionsWith({}), prepared('blur', picture(4032, 3024), 7000))?.change.size).toBe('4mp');
  });

  it('is also found for a person’s own', () => {
    const job = prepared('denoise', picture(4000, 3000, false), 6000, { repeat: '1' });
    expect(smallerJob(optionsWith({ task: 'denoise' }), job)?.change.size).toBe('4mp');
  });

  it('has less to do where even the smallest would freeze for long', () => {
    const job = prepared('blur', picture(1232, 816), 8000, { repeat: '16' });
    const smaller = smallerJob(optionsWith({ size: '1mp', params: { sigma: '4' } }), job);
    expect(smaller?.change).toMatchObject({ size: '1mp', params: { sigma: '4' } });
    expect(Number(smaller?.change.params.repeat)).toBeLessThan(16);
    expect(smaller?.words).toBe(`times ${String(smaller?.change.params.repeat)}`);
  });
});

it('fewer files, or a smaller one, of the sample; a person’s own stay as they are', () => {
  const many = smallerJob(optionsWith({ task: 'hash' }), prepared('hash', files(400, MIB), 8000));
  expect(many?.change.size).toMatch(/^\d+x1mib$/);
  expect(Number.parseInt(many?.change.size ?? '', 10)).toBeLessThan(200);
  const one = smallerJob(optionsWith({ task: 'hash' }), prepared('hash', files(1, 256 * MIB), 8000));
  expect(one?.change.size).toMatch(/^1x\d+mib$/);
  const own = prepared('hash', files(3, 700 * MIB, false), 20_000);
  expect(smallerJob(optionsWith({ task: 'hash' }), own)).toBeNull();
});

it('fewer iterations of the fractal', () => {
  const job = prepared('mandelbrot', { kind: 'none' }, 10_000, { iterations: '5000' });
  const smaller = smallerJob(optionsWith({ task: 'mandelbrot' }), job);
  expect(Number(smaller?.change.params.iterations)).toBeLessThan(2000);
});

it('fewer numbers to sort, or fewer zero bits', () => {
  const sort = prepared('sort', { kind: 'none' }, 8000, { count: '16000000' });
  const fewer = smallerJob(optionsWith({ task: 'sort' }), sort);
  expect(Number(fewer?.change.params.count)).toBeLessThan(8_000_000);
  expect(fewer?.words).toMatch(/million numbers$/);
  const search = prepared('proof-of-work', { kind: 'none' }, 12_000, { difficulty: '24' });
  const easier = smallerJob(optionsWith({ task: 'proof-of-work' }), search);
  // Each bit less halves it: two are still too many, three are bearable.
  expect(easier).toMatchObject({ words: '21 zero bits', change: { params: { difficulty: '21' } } });
  expect(easier?.forecastMs).toBeCloseTo(1500);
});

it('whatever it is, it is forecast to be bearable', () => {
  for (const forecastMs of [4100, 9000, 30_000, 90_000]) {
    const jobs = [
      prepared('blur', picture(6000, 4000), forecastMs, { repeat: '16' }),
      prepared('hash', files(400, MIB), forecastMs),
      prepared('mandelbrot', { kind: 'none' }, forecastMs, { iterations: '10000' }),
    ];
    for (const job of jobs) {
      const found = smallerJob(optionsWith({ task: job.draft.task.id }), job);
      expect(found?.forecastMs, job.draft.task.id).toBeLessThan(LONG_FREEZE_MS);
    }
  }
});

it('nothing is offered where nothing is known', () => {
  expect(smallerJob(optionsWith({}), prepared('blur', picture(4032, 3024), null))).toBeNull();
});

it('a size has the name that links use', () => {
  expect(sizeName(picture(2464, 1632))).toBe('4mp');
  expect(sizeName(picture(4000, 3000, false))).toBe('12mp');
  expect(sizeName(files(97, MIB))).toBe('97x1mib');
  expect(sizeName(files(5, 1024))).toBe('5x1kib');
  expect(sizeName(files(5, 1000, false))).toBeNull();
  expect(sizeName({ kind: 'none' })).toBeNull();
});
