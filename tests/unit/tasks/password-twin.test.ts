import { pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, waysToRun, type TwinJob } from '../../support/tasks/twins.ts';

const ways = await waysToRun('password-hash', 1 << 20);

function jobOf(words: readonly Uint8Array[], salt: Uint8Array, iterations: number): TwinJob {
  const input = Uint8Array.from(words.flatMap((word) => [...word]));
  const shape = { salt, lengths: words.map(({ length }) => length) };
  return { params: { iterations: String(iterations) }, shape, input };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the passwords' twin", () => {
  it('gives the bytes of TypeScript for any words, however many share a part', async () => {
    const bytes = fc.uint8Array({ maxLength: 140 });
    // From 64 candidates on a part has four, and the last one what is left.
    const lists = fc.oneof(
      fc.array(bytes, { minLength: 1, maxLength: 5 }),
      fc.array(bytes, { minLength: 64, maxLength: 71, size: 'max' }),
    );
    await fc.assert(
      fc.asyncProperty(lists, bytes, fc.integer({ min: 1, max: 12 }), async (words, salt, iterations) => {
        expect(await differences('password-hash', ways, jobOf(words, salt, iterations))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('does so over several steps, and where parts are longer', async () => {
    const words = Array.from({ length: 1030 }, (_, i) => utf8(`word ${String(i)}`));
    for (const [count, iterations] of [
      [67, 2500],
      [1030, 3],
    ] as const) {
      const job = jobOf(words.slice(0, count), utf8('salt'), iterations);
      expect(await differences('password-hash', ways, job)).toEqual([]);
    }
  });

  it.each(ways)('gives OpenSSL’s keys: %s', (_, run) => {
    const words = Array.from({ length: 66 }, (_, i) => utf8('x'.repeat(i)));
    const keys = run(jobOf(words, utf8('NaCl'), 1025));
    words.forEach((word, i) => {
      const wanted = pbkdf2Sync(word, 'NaCl', 1025, 32, 'sha256').toString('hex');
      expect(Buffer.from(keys.subarray(32 * i, 32 * i + 32)).toString('hex')).toBe(wanted);
    });
  });
});
