import { describe, expect, test } from 'vitest';
import type { Kept } from '../../../src/app/offline/contract.ts';
import { offlineWords } from '../../../src/app/offline/words.ts';

const kept: Kept = { entry: '', files: 90, bytes: 2_900_000, missing: [], next: null };
const lab = { part: 'lab', files: 2, bytes: 36_000 };
const other = { part: 'more', files: 3, bytes: 12_000 };

describe('what is kept, in words', () => {
  test('all of it, and how much that is', () => {
    const words = offlineWords({ status: 'kept', kept, fetching: false });
    expect(words).toMatch(/^Ready: all of it, 2\.9 MB,/);
  });

  test('what is missing is named and weighed, on its way or not', () => {
    const some = { ...kept, missing: [lab, other] };
    const resting = offlineWords({ status: 'kept', kept: some, fetching: false });
    expect(resting).toMatch(/not here yet: Lab \(36 kB\), icons and other files \(12 kB\)\.$/);
    expect(offlineWords({ status: 'kept', kept: some, fetching: true })).toContain('on its way');
  });

  test('where nothing can be kept each reason has its sentence', () => {
    const whys = ['insecure', 'unsupported', 'closed'] as const;
    const sentences = whys.map((why) => offlineWords({ status: 'unavailable', why }));
    expect(new Set(sentences).size).toBe(whys.length);
    expect(sentences[0]).toContain('https');
  });
});
