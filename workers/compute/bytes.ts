import { transfer } from 'comlink';
import { BlobReads } from '../../src/async/blob-reads.ts';
import type { Fingerprint, Gathered } from '../../src/pool/protocol.ts';
import type { Span } from '../../src/tasks/contract.ts';
import { blake3 } from '../../src/tasks/hash/blake3.ts';
import { toHex } from '../../src/tasks/hash/hex.ts';

type AnyBuffer = ArrayBuffer | SharedArrayBuffer;

/** Read at a time, in bytes. */
const READ_BYTES = 8 << 20;

function moved<T>(value: T, buffer: AnyBuffer | null): T {
  return buffer instanceof ArrayBuffer ? transfer(value as T & object, [buffer]) : value;
}

function allocate(length: number, shared: boolean): AnyBuffer {
  return shared ? new SharedArrayBuffer(length) : new ArrayBuffer(length);
}

/** BLAKE3 of a result, as 64 hex digits: what "same result, byte for byte" compares. */
export function fingerprint(bytes: AnyBuffer, of: Span, clear: Span | null): Promise<Fingerprint> {
  const view = new Uint8Array(bytes);
  const hex = toHex(blake3(view.subarray(of.start, of.end)));
  if (clear !== null) view.fill(0, clear.start, clear.end);
  const back = bytes instanceof ArrayBuffer ? bytes : null;
  return Promise.resolve(moved({ hex, bytes: back }, back));
}

export function copy(from: SharedArrayBuffer, bytes: Span, to: SharedArrayBuffer, at: number): Promise<void> {
  new Uint8Array(to).set(new Uint8Array(from, bytes.start, bytes.end - bytes.start), at);
  return Promise.resolve();
}

/** Reads a blob into one buffer, in slices, so that nothing is held twice. */
export async function gather(blob: Blob, shared: boolean): Promise<Gathered> {
  const bytes = allocate(blob.size, shared);
  const view = new Uint8Array(bytes);
  const reads = new BlobReads(blob);
  try {
    for (let start = 0; start < blob.size; start += READ_BYTES) {
      const end = Math.min(start + READ_BYTES, blob.size);
      const read = await reads.read({ start, end });
      // A file that became shorter meanwhile.
      if (read.length < end - start) return { ok: false };
      view.set(read, start);
    }
  } catch {
    // Which file it was, and what to do, is the page's to say.
    return { ok: false };
  } finally {
    reads.close();
  }
  return moved({ ok: true, bytes }, bytes);
}

/** xorshift32 (Marsaglia 2003, https://doi.org/10.18637/jss.v008.i14): fast, and the same everywhere. */
export function noise(length: number, seed: number, shared: boolean): Promise<AnyBuffer> {
  const bytes = allocate(length, shared);
  const words = new Uint32Array(bytes, 0, length >>> 2);
  let state = seed | 1;
  for (let i = 0; i < words.length; i += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[i] = state;
  }
  return Promise.resolve(moved(bytes, bytes));
}
