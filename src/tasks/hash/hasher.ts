/** A hash function at work on one stream. */
export interface Hasher {
  /** Starts a new stream. */
  reset(): void;
  /** Takes the next bytes, of any number; it reads them at once and keeps no reference to them. */
  update(bytes: Uint8Array): void;
  /** Ends the stream: writes its 32 bytes to the start of `out`. Then only `reset` may be called. */
  digest(out: Uint8Array): void;
}

/** Both algorithms give 256 bits. */
export const DIGEST_BYTES = 32;

/** The bytes as a view that reads and writes words at any alignment. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
