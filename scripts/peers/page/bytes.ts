export const MIB = 1 << 20;

/** Bytes to hash, the same for the same length. */
export function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  new Int32Array(bytes.buffer).forEach((_, i, words) => (words[i] = Math.imul(i, 0x9e3779b1) ^ (i >>> 7)));
  return bytes;
}
