import { describe, expect, it } from 'vitest';
import { json } from '../../../src/tasks/json/json.ts';
import { blur } from '../../../src/tasks/image/blur.ts';
import type { Draft } from '../../../src/strategies/contract.ts';
import { natureOf } from '../../../src/lab/model/nature.ts';
import { wayInFull, wayInShort, type Way } from '../../../src/lab/model/way.ts';

const way = (change: Partial<Way>): Way => ({
  strategy: 'chunked',
  nature: 'divisible',
  slice: null,
  workers: 3,
  ...change,
});

describe('what a way does with the job', () => {
  it('tells slices as they are set, and workers that have something to do', () => {
    expect(wayInFull(way({}))).toBe('In short slices, with a pause after each');
    expect(wayInShort(way({ slice: 8 }))).toBe('in 8 ms slices');
    expect(wayInFull(way({ strategy: 'pool' }))).toBe('Shared out to three workers');
    expect(wayInShort(way({ strategy: 'pool', workers: 1 }))).toBe('on 1 worker');
  });

  it('promises no slices of what can’t be cut', () => {
    const whole = way({ nature: 'indivisible' });
    for (const words of [wayInFull(whole), wayInShort(whole)]) {
      expect(words).toContain('can’t be cut');
      expect(words).not.toContain('slices');
    }
  });
});

it('the nature is the prepared job’s own', () => {
  const draftOf = (task: unknown, shape: unknown) => ({ draft: { task, params: {}, shape } as Draft });
  expect(natureOf(draftOf(json, {}))).toBe('indivisible');
  expect(natureOf(draftOf(blur, { width: 4, height: 4 }))).toBe('divisible');
  expect(natureOf(null)).toBe('divisible');
});
