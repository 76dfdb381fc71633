import { expect, it } from 'vitest';
import { subtleMsEach } from '../../src/lab/password/subtle.ts';
import { toHex } from '../../src/tasks/hash/hex.ts';
import { beginKey, moreRounds, writeKey } from '../../src/tasks/password/pbkdf2.ts';

it('gives the key that the browser’s own code gives', async () => {
  const [word, salt] = ['Straße 🚂', 'salt'].map((text) => new TextEncoder().encode(text));
  if (word === undefined || salt === undefined) throw new Error('no words');
  const derivation = beginKey(word, salt);
  moreRounds(derivation, 4999);
  const ours = new Uint8Array(32);
  writeKey(derivation, ours);
  const key = await crypto.subtle.importKey('raw', word, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 5000 };
  expect(toHex(ours)).toBe(toHex(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))));
});

it('tells what the browser’s own code takes: more for more iterations', async () => {
  const [few, many] = [await subtleMsEach(['a', 'b'], 's', 2000), await subtleMsEach(['a'], 's', 400_000)];
  expect(few).toBeGreaterThan(0);
  expect(many).toBeGreaterThan(few ?? Infinity);
});
