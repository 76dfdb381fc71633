import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { proofInfo } from '../../../src/tasks/proof-of-work/info.ts';
import { hashOf } from '../../../src/tasks/proof-of-work/message.ts';
import { toBytes } from '../../../src/tasks/proof-of-work/utf8.ts';
import { planProof } from '../../../src/tasks/proof-of-work/plan.ts';
import { findsOf, proof } from '../../../src/tasks/proof-of-work/proof.ts';
import { makeSearch, searchNonces } from '../../../src/tasks/proof-of-work/search.ts';
import { runParts } from '../../support/tasks/run-task.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Leading zero bits, counted on the digits as people would. */
function zeroBits(hex: string): number {
  const bits = Array.from(hex, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return bits.indexOf('1');
}

/** One nonce after the other, by Node's own SHA-256. */
function plainly(text: string, bits: number, find: number): number[] {
  const found: number[] = [];
  for (let nonce = 0; found.length < find; nonce += 1) {
    if (zeroBits(sha256(text + String(nonce))) >= bits) found.push(nonce);
  }
  return found;
}

function run(raw: Record<string, string>): ReturnType<typeof findsOf> {
  const params = proof.parse(raw);
  const input = new Uint8Array(0);
  const { parts } = planProof(params);
  const output = runParts({ task: proof, params, shape: {}, input }, parts);
  return findsOf(proof.finish?.(output, params, {}) ?? output);
}

test('the example of the Bitcoin wiki: the first nonce whose hash begins with four zeros', () => {
  // https://en.bitcoin.it/wiki/Proof_of_work#Example
  const search = makeSearch(toBytes('Hello, world!') ?? new Uint8Array(0), 16);
  expect(searchNonces(search, 0, 10_000)).toBe(4250);
  expect(Buffer.from(hashOf('Hello, world!', 4250)).toString('hex')).toBe(
    '0000c3af42fc31103f1fdc0151fa747ff87349a4714df7cc52ea464e12dcd4e9',
  );
});

it('finds what hashing one nonce after the other finds', { timeout: 30_000 }, () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 150 });
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 4 }),
      (text, bits, find) => {
        const finds = run({ text, difficulty: String(bits), find: String(find) });
        expect(finds.map(({ nonce }) => nonce)).toEqual(plainly(text, bits, find));
        for (const { nonce, hash } of finds) {
          expect(Buffer.from(hash).toString('hex')).toBe(sha256(text + String(nonce)));
        }
      },
    ),
    { numRuns: 40 },
  );
});

it('looks at every nonce once, also where it gets a digit more, and wherever the text ends in its block', () => {
  for (const length of [0, 1, 44, 45, 46, 53, 54, 55, 56, 63, 64, 65, 119, 128]) {
    const text = 'x'.repeat(length);
    const search = makeSearch(toBytes(text) ?? new Uint8Array(0), 5);
    const found: number[] = [];
    for (let from = 0; from < 1200;) {
      const nonce = searchNonces(search, from, 1200);
      if (nonce < 1200) found.push(nonce);
      from = nonce + 1;
    }
    const expected = Array.from({ length: 1200 }, (_, nonce) => nonce).filter(
      (nonce) => zeroBits(sha256(text + String(nonce))) >= 5,
    );
    expect(found).toEqual(expected);
  }
});

describe('its plan', () => {
  it('leaves no nonce out, and says what is enough', () => {
    const plan = planProof({ text: '', difficulty: 18, find: 3 });
    plan.parts.forEach((part, i) => {
      expect(part.first).toBe(plan.parts[i - 1]?.last ?? 0);
    });
    expect(plan).toMatchObject({ enough: 3, expectedCost: 3 * 2 ** 18 });
  });

  it('goes on to nonces that four bytes can hold, at most', () => {
    const { parts } = planProof({ text: '', difficulty: 26, find: 16 });
    expect(parts.at(-1)?.last).toBeLessThan(2 ** 32);
  });
});

describe('its parameters', () => {
  it.each([
    [{ difficulty: '27' }, 'difficulty must be a whole number from 1 to 26.'],
    [{ difficulty: '12.5' }, 'difficulty must be a whole number from 1 to 26.'],
    [{ find: '0' }, 'find must be a whole number from 1 to 16.'],
    [{ text: 'é'.repeat(300) }, 'text must be at most 500 bytes as UTF-8; this is 600.'],
    [{ text: '\ud800' }, 'text has half a character in it; type it anew.'],
  ])('%j is refused with a sentence', (raw, sentence) => {
    expect(() => proofInfo.parse(raw)).toThrow(sentence);
  });

  it('have defaults', () => {
    expect(proofInfo.parse({})).toEqual({ text: 'Hello, world!', difficulty: 20, find: 1 });
  });
});
