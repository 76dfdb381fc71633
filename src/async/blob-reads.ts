/** Where bytes lie in a blob, from its start; `end` is not among them. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A buffer's length, in bytes. It takes memory only where something was read into it. */
const BUFFER_BYTES = 8 << 20;
/** Buffers that wait for the next blob: one is worked on while the other is read into. */
const SPARES = 2;
const spares: ArrayBuffer[] = [];
const NOTHING = new Uint8Array(0);

/**
 * Reads a blob from start to end into two buffers in turn, so that however long it is no more is held: bytes of one
 * read are good until the next but one is asked for. Where the browser's blobs are no byte streams every read is a
 * buffer of its own, which lasts until the browser collects it.
 *
 * One read at a time. A read out of order begins a new stream.
 */
export class BlobReads {
  readonly #blob: Blob;
  #reader: ReadableStreamBYOBReader | null = null;
  /** Where the stream stands. */
  #at = 0;
  /** At home, the one that may be overwritten next first. */
  readonly #buffers: ArrayBuffer[] = [];
  #closed = false;

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  /**
   * Fewer bytes than asked for only where the blob ends earlier, or after `close`.
   *
   * @throws NotFoundError, NotReadableError where a file is gone or changed
   */
  async read({ start, end }: Span): Promise<Uint8Array> {
    const reader = this.#streamAt(start);
    if (reader === null) return this.#slice(start, end);
    const length = Math.min(end, this.#blob.size) - start;
    const bytes = await fill(reader, this.#bufferOf(length), length);
    if (this.#closed) return bytes ?? NOTHING;
    // A stream breaks off or says "network error"; the slice of a file that is gone, or changed, says which.
    if (bytes === null) return this.#slice(start, end);
    this.#at = start + length;
    this.#buffers.push(bytes.buffer);
    return bytes;
  }

  /** Ends what is being read; the bytes of earlier reads may be overwritten from now on. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#endStream();
    for (const buffer of this.#buffers.splice(0)) {
      if (buffer.byteLength === BUFFER_BYTES && spares.length < SPARES) spares.push(buffer);
    }
  }

  async #slice(start: number, end: number): Promise<Uint8Array> {
    return new Uint8Array(await this.#blob.slice(start, end).arrayBuffer());
  }

  #bufferOf(length: number): ArrayBuffer {
    if (this.#buffers.length >= 2) {
      const [next] = this.#buffers.splice(0, 1);
      if (next !== undefined && next.byteLength >= length) return next;
    }
    const spare = length <= BUFFER_BYTES ? spares.pop() : undefined;
    return spare ?? new ArrayBuffer(Math.max(length, BUFFER_BYTES));
  }

  #streamAt(start: number): ReadableStreamBYOBReader | null {
    if (this.#reader !== null && this.#at === start) return this.#reader;
    this.#endStream();
    this.#at = start;
    this.#reader = byteReader(start === 0 ? this.#blob : this.#blob.slice(start));
    return this.#reader;
  }

  #endStream(): void {
    // A stream that failed says so to whoever reads it, and once more to whoever cancels it.
    this.#reader?.cancel().catch(() => undefined);
    this.#reader = null;
  }
}

/** `null`: this browser's blobs can't be read into a buffer of ours. */
function byteReader(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}

/** Reads `length` bytes; `null` where the stream fails or ends before. The buffer moves: the result's is the one that came back. */
async function fill(
  reader: ReadableStreamBYOBReader,
  buffer: ArrayBuffer,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let home = buffer;
  let filled = 0;
  try {
    while (filled < length) {
      const room = length - filled;
      // `min` saves the way through the event loop for each piece of the disk's; who doesn't know it gives less.
      const { done, value } = await reader.read(new Uint8Array(home, filled, room), { min: room });
      if (value === undefined || (done && value.byteLength < room)) return null;
      home = value.buffer;
      filled += value.byteLength;
    }
  } catch {
    return null;
  }
  return new Uint8Array(home, 0, filled);
}
