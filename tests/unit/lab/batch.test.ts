import { describe, expect, it } from 'vitest';
import { deferred } from '../../../src/async/deferred.ts';
import { inOrder } from '../../../src/lab/batch/in-order.ts';
import { boundSentence, namesFor, savedSentence } from '../../../src/lab/batch/words.ts';

describe('work in order', () => {
  it('gives results in the items’ order, whichever is done first', async () => {
    const gates = [deferred<number>(), deferred<number>(), deferred<number>()];
    const results = inOrder(gates, (gate) => gate.promise, { atOnce: 3, stopped: () => false });
    const found = (async () => {
      const list: number[] = [];
      for await (const result of results) list.push(result);
      return list;
    })();
    gates[2]?.resolve(2);
    gates[0]?.resolve(0);
    gates[1]?.resolve(1);
    expect(await found).toEqual([0, 1, 2]);
  });

  it('never holds more than it may, however slowly it is read', async () => {
    let held = 0;
    let most = 0;
    const work = (item: number): Promise<number> => {
      held += 1;
      most = Math.max(most, held);
      return Promise.resolve(item);
    };
    let count = 0;
    for await (const item of inOrder([...Array(20).keys()], work, { atOnce: 3, stopped: () => false })) {
      expect(item).toBe(count);
      count += 1;
      held -= 1;
      await Promise.resolve();
    }
    expect(count).toBe(20);
    expect(most).toBe(3);
  });

  it('begins nothing more once it is stopped, and still gives what was begun', async () => {
    let stopped = false;
    const begun: number[] = [];
    const work = (item: number): Promise<number> => {
      begun.push(item);
      return Promise.resolve(item);
    };
    const found: number[] = [];
    for await (const item of inOrder([...Array(9).keys()], work, { atOnce: 2, stopped: () => stopped })) {
      found.push(item);
      if (item === 2) stopped = true;
    }
    expect(found).toEqual(begun);
    expect(begun.length).toBeLessThan(6);
  });

  it('tells an error when its turn comes', async () => {
    const work = (item: number): Promise<number> =>
      item === 1 ? Promise.reject(new Error('broken')) : Promise.resolve(item);
    const found: number[] = [];
    const all = async (): Promise<void> => {
      for await (const item of inOrder([0, 1, 2], work, { atOnce: 3, stopped: () => false }))
        found.push(item);
    };
    await expect(all()).rejects.toThrow('broken');
    expect(found).toEqual([0]);
  });
});

describe('names in the ZIP', () => {
  it('keep folders, take the format’s ending, and are unique', () => {
    expect(namesFor(['a/b.jpg', 'a/b.png', 'c', 'A/B.gif', 'x.y/z'], 'image/jpeg')).toEqual([
      'a/b.jpg',
      'a/b-2.jpg',
      'c.jpg',
      'A/B-3.jpg',
      'x.y/z.jpg',
    ]);
  });
});

describe('sentences', () => {
  it('tell what is held in memory', () => {
    expect(boundSentence(3, 4_000_000)).toMatch(
      /^Three photos at a time, at most 12(\.0)? megapixels in memory\.$/,
    );
  });

  it.each([
    [{ done: 12, failed: 0, total: 12, cancelled: false }, /^Twelve photos, 3 MB, are saved in/],
    [
      { done: 11, failed: 1, total: 12, cancelled: false },
      /^11 of .+ are saved in .+ One file could not be used and is named above\.$/i,
    ],
    [{ done: 4, failed: 0, total: 12, cancelled: true }, /^Cancelled: what was done is kept\. 4 of/],
    [{ done: 0, failed: 0, total: 12, cancelled: true }, /nothing is saved/],
    [{ done: 0, failed: 2, total: 2, cancelled: false }, /None of the photos could be used/],
  ])('tell how saving ended: %j', (saved, words) => {
    expect(savedSentence(saved, '3 MB')).toMatch(words);
  });
});
