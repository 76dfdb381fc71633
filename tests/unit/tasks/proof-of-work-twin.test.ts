import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findsOf, proof } from '../../../src/tasks/proof-of-work/proof.ts';
import { differences, waysToRun, type TwinJob } from '../../support/tasks/twins.ts';

const ways = await waysToRun('proof-of-work', 1 << 20);

function jobOf(text: string, difficulty: number, find: number): TwinJob {
  const params = { text, difficulty: String(difficulty), find: String(find) };
  return { params, shape: {}, input: new Uint8Array(0) };
}

describe("the twin of proof of work, with all that a part's output tells", () => {
  it('gives the bytes of TypeScript for any text', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 150 });
    const bits = fc.integer({ min: 1, max: 9 });
    const finds = fc.integer({ min: 1, max: 16 });
    await fc.assert(
      fc.asyncProperty(texts, bits, finds, async (text, difficulty, find) => {
        expect(await differences('proof-of-work', ways, jobOf(text, difficulty, find))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, 1, 44, 45, 46, 50, 51, 52, 53, 54, 55, 56, 62, 63, 64, 65, 119, 128])(
    'does so for a text of %i bytes, where nonces get another digit and cross into a second block',
    async (length) => {
      expect(await differences('proof-of-work', ways, jobOf('x'.repeat(length), 9, 16))).toEqual([]);
    },
  );

  it.each(ways)('finds the nonce of the Bitcoin wiki, and its hash is Node’s: %s', (_, run) => {
    // https://en.bitcoin.it/wiki/Proof_of_work#Example
    const job = jobOf('Hello, world!', 16, 1);
    const params = proof.parse(job.params);
    const output = run(job);
    const [find] = findsOf(proof.finish?.(output, params, {}) ?? output);
    expect(find?.nonce).toBe(4250);
    expect(Buffer.from(find?.hash ?? []).toString('hex')).toBe(
      createHash('sha256').update('Hello, world!4250').digest('hex'),
    );
  });
});
