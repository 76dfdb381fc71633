import { Sha256 } from '../hash/sha256.ts';
import { toBytes } from './utf8.ts';

/** SHA-256 of the text with the nonce's decimal digits behind it. */
export function hashOf(text: string, nonce: number): Uint8Array {
  const hasher = new Sha256();
  hasher.update(toBytes(text + String(nonce)) ?? new Uint8Array(0));
  const hash = new Uint8Array(32);
  hasher.digest(hash);
  return hash;
}
