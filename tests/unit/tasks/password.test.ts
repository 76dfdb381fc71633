import { pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWords, keyAt, readDraft, samplePick, sampleWords } from '../../../src/lab/password/typed.ts';
import { adviceSentence, foundSentence, rateNote } from '../../../src/lab/password/words.ts';
import { gridOf } from '../../../src/lab/password/grid.ts';
import { ParamError } from '../../../src/tasks/contract.ts';
import { toHex } from '../../../src/tasks/hash/hex.ts';
import { beginKey, moreRounds, writeKey } from '../../../src/tasks/password/pbkdf2.ts';
import { password } from '../../../src/tasks/password/password.ts';
import { firstDifference, runPlan, tilesOutput } from '../../support/tasks/run-task.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function keyOf(word: Uint8Array, salt: Uint8Array, iterations: number): string {
  const derivation = beginKey(word, salt);
  moreRounds(derivation, iterations - 1);
  const key = new Uint8Array(32);
  writeKey(derivation, key);
  return toHex(key);
}

const nodeKey = (word: Uint8Array, salt: Uint8Array, iterations: number): string =>
  pbkdf2Sync(word, salt, iterations, 32, 'sha256').toString('hex');

function jobOf(words: readonly string[], salt: string, iterations: number) {
  const { bytes, lengths } = encodeWords(words);
  return { task: password, params: { iterations }, shape: { salt: utf8(salt), lengths }, input: bytes };
}

describe('PBKDF2 with HMAC-SHA-256', () => {
  // The first 32 bytes of RFC 7914's vectors (11), https://www.rfc-editor.org/rfc/rfc7914#section-11
  it.each([
    ['passwd', 'salt', 1, '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc'],
    ['Password', 'NaCl', 80_000, '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56'],
  ])('gives the key of %s', (word, salt, iterations, expected) => {
    expect(keyOf(utf8(word), utf8(salt), iterations)).toBe(expected);
  });

  // RFC 6070's inputs, whose keys are told there for SHA-1: here against OpenSSL's.
  it.each([
    ['password', 'salt', 1],
    ['password', 'salt', 2],
    ['password', 'salt', 4096],
    ['passwordPASSWORDpassword', 'saltSALTsaltSALTsaltSALTsaltSALTsalt', 4096],
    ['pass\0word', 'sa\0lt', 4096],
  ])('gives OpenSSL’s key of %j', (word, salt, iterations) => {
    expect(keyOf(utf8(word), utf8(salt), iterations)).toBe(nodeKey(utf8(word), utf8(salt), iterations));
  });

  it('gives OpenSSL’s key of any words, short or longer than a block', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, bytes, fc.integer({ min: 1, max: 20 }), (word, salt, iterations) => {
        expect(keyOf(word, salt, iterations)).toBe(nodeKey(word, salt, iterations));
      }),
    );
  });
});

describe('the candidates', () => {
  it('have their keys in order, whatever their number', () => {
    for (const count of [1, 3, 256, 300]) {
      const words = sampleWords(count);
      const keys = runPlan(jobOf(words, 'salt', 2));
      const expected = words.map((word) => nodeKey(utf8(word), utf8('salt'), 2));
      expect(words.map((_, i) => keyAt(keys, i))).toEqual(expected);
    }
  });

  it('are planned in parts that tile the output, and every byte is written', () => {
    const job = jobOf(sampleWords(300), 'salt', 3);
    const plan = password.plan(job.params, job.shape);
    expect(plan.parts.length).toBeLessThanOrEqual(256);
    expect(tilesOutput(plan.parts, plan.outputBytes)).toBe(true);
    expect(firstDifference(runPlan(job, 0), runPlan(job, 0xff))).toBeNull();
  });

  it('are divisible, one alone is not', () => {
    expect(password.nature({ iterations: 1 }, { salt: utf8(''), lengths: [1, 2] })).toBe('divisible');
    expect(password.nature({ iterations: 1 }, { salt: utf8(''), lengths: [1] })).toBe('resumable');
  });

  it('made up by this page all differ', () => {
    for (const count of [16, 64, 256]) {
      expect(new Set(sampleWords(count)).size).toBe(count);
      expect(samplePick(count)).toBeLessThan(count);
    }
  });

  it('are shown as squares that fit', () => {
    for (const count of [1, 16, 64, 256, 1000]) {
      for (const width of [288, 416]) {
        const { columns, step, side } = gridOf(count, width);
        expect((columns - 1) * step + side).toBeLessThanOrEqual(width);
        expect(side).toBeGreaterThan(4);
      }
    }
  });
});

describe('the parameters', () => {
  it.each(['0', '2000001', '1.5', 'x'])('refuse %j iterations with a sentence', (iterations) => {
    const attempt = (): unknown => password.parse({ iterations });
    expect(attempt).toThrow(ParamError);
    expect(attempt).toThrow('iterations must be a whole number from 1 to 2000000.');
  });

  it('are only the iterations: what is typed stands in no link and no report', () => {
    expect(password.paramNames).toEqual(['iterations']);
    expect(password.parse({ salt: 'secret', words: 'secret' })).toEqual({ iterations: 10_000 });
  });
});

describe('what a person types', () => {
  const key = 'AB'.repeat(32);

  it('is read as candidates, salt and key', () => {
    expect(readDraft({ list: 'one\r\ntwo words\n\nthree ', salt: ' s', target: ` ${key} ` })).toEqual({
      words: ['one', 'two words', 'three '],
      salt: ' s',
      target: key.toLowerCase(),
    });
    expect(readDraft({ list: 'a', salt: '', target: '' })).toMatchObject({ target: null });
  });

  it.each([
    [{ list: '\n\n', salt: '', target: '' }, 'Type at least one candidate, one a line.'],
    [{ list: 'a\n'.repeat(1001), salt: '', target: '' }, 'There are 1001 candidates; 1000 is the most.'],
    [{ list: 'a', salt: '', target: 'abc' }, 'The key must have 64 hex digits, 32 bytes; this one has 3.'],
    [{ list: 'a', salt: '', target: 'xyz' }, 'The key must be hex digits, 0 to 9 and a to f.'],
    [
      { list: 'a'.repeat(1001), salt: '', target: '' },
      'A candidate or the salt is longer than 1000 characters.',
    ],
  ])('is refused with a sentence', (draft, sentence) => {
    expect(readDraft(draft)).toBe(sentence);
  });
});

describe('what is said', () => {
  it('tells today’s advice beside what is set', () => {
    expect(adviceSentence(10_000)).toContain('600,000');
    expect(adviceSentence(10_000)).toContain('10,000');
    expect(adviceSentence(700_000)).toContain('as many or more');
  });

  it('tells which candidate it was, or that none was', () => {
    const words = ['a', 'b'];
    const target = 'ab'.repeat(32);
    expect(foundSentence({ target, found: 1, done: 2, words })).toBe('“b”, number 2 of 2, gives the key.');
    expect(foundSentence({ target, found: null, done: 2, words })).toContain('None of the candidates');
    expect(foundSentence({ target, found: null, done: 1, words })).toContain('not been found yet');
    expect(foundSentence({ target: null, found: null, done: 2, words })).toContain('No key was looked for');
  });

  it('tells the rate, and what it would be as advised', () => {
    expect(rateNote(10, 1000, 60_000)).toBe('100 ms a candidate; at 600,000 iterations it would be 1.00 s');
  });
});
