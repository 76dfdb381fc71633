import { blake3 as nobleBlake3 } from '@noble/hashes/blake3.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { createBLAKE3, createSHA256, type IHasher } from 'hash-wasm';
import { bytesOf, MIB } from './bytes.ts';
import { once, timed } from './once.ts';

/** As much at a time as hash-wasm's own documentation streams large files with. */
const PIECE = 4 * MIB;

const files = once(() => Array.from({ length: 200 }, () => bytesOf(MIB)));
const stream = once(() => bytesOf(64 * MIB));
const large = once(() => bytesOf(256 * MIB));
const huge = once(() => bytesOf(1024 * MIB));
const sha256 = once(() => createSHA256());
const blake3 = once(() => createBLAKE3());

function digest(hasher: IHasher, bytes: Uint8Array): void {
  hasher.init();
  for (let at = 0; at < bytes.length; at += PIECE) hasher.update(bytes.subarray(at, at + PIECE));
  hasher.digest('binary');
}

async function byHashWasm(hasher: () => Promise<IHasher>, inputs: readonly Uint8Array[]): Promise<number> {
  const ready = await hasher();
  return timed(() => {
    for (const input of inputs) digest(ready, input);
  });
}

/** One file after the other, as a page would. */
function bySubtle(inputs: readonly Uint8Array<ArrayBuffer>[]): Promise<number> {
  return timed(async () => {
    for (const input of inputs) await crypto.subtle.digest('SHA-256', input);
  });
}

function byNoble(hash: (bytes: Uint8Array) => Uint8Array, inputs: readonly Uint8Array[]): Promise<number> {
  return timed(() => {
    for (const input of inputs) hash(input);
  });
}

export const hashContenders = {
  'hash-wasm, files': () => byHashWasm(sha256, files()),
  'noble, files': () => byNoble(nobleSha256, files()),
  'crypto.subtle, files': () => bySubtle(files()),
  'hash-wasm, stream': () => byHashWasm(sha256, [stream()]),
  'noble, stream': () => byNoble(nobleSha256, [stream()]),
  'crypto.subtle, stream': () => bySubtle([stream()]),
  'hash-wasm, blake3': () => byHashWasm(blake3, [large()]),
  'noble, blake3': () => byNoble(nobleBlake3, [large()]),
  'crypto.subtle, huge': () => bySubtle([huge()]),
};
