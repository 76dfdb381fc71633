import { blake3 } from '../../src/tasks/hash/blake3.ts';
import { toHex } from '../../src/tasks/hash/hex.ts';

/** BLAKE3 of a result, as 64 hex digits: what "same result, byte for byte" compares. */
export function fingerprint(bytes: Uint8Array): string {
  return toHex(blake3(bytes));
}
