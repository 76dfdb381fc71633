import type { Span } from '../tasks/contract.ts';
import type { Room } from '../tasks/twin.ts';

export const PAGE = 1 << 16;
/** Where a module's own constants may lie: the memory's first page belongs to them. */
export const CONSTANTS_END = PAGE;
const ALIGN = 16;

/**
 * What one thread may use of a memory. Parts take from it one above the other; when none is at work it is all free
 * again. A memory of the thread's own grows; in a shared one each thread has its span.
 */
export class Ground {
  readonly memory: WebAssembly.Memory;
  /** Bytes copied into and out of the memory so far. */
  copied = 0;
  readonly #start: number;
  readonly #end: number | null;
  #top: number;
  #live = 0;

  /** `span`: this thread's own in a shared memory; `null`: all of it, and more as it is needed. */
  constructor(memory: WebAssembly.Memory, span: Span | null) {
    this.memory = memory;
    this.#start = span?.start ?? CONSTANTS_END;
    this.#end = span?.end ?? null;
    this.#top = this.#start;
  }

  enter(): PartRoom {
    this.#live += 1;
    return new PartRoom(this);
  }

  leave(): void {
    this.#live -= 1;
    if (this.#live === 0) this.#top = this.#start;
  }

  /** @throws RangeError where there is no more memory */
  take(bytes: number): number {
    const address = this.#top;
    this.#top = Math.ceil((address + bytes) / ALIGN) * ALIGN;
    this.#fit();
    return address;
  }

  #fit(): void {
    if (this.#end === null) {
      const missing = this.#top - this.memory.buffer.byteLength;
      if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    } else if (this.#top > this.#end) {
      throw new RangeError("A part needs more memory than a thread's share of it.");
    }
  }
}

/** One part's place. Bytes that lie in the memory are worked on where they are; others are copied, and counted. */
export class PartRoom implements Room {
  readonly #ground: Ground;
  readonly #inputs: { address: number; room: number }[] = [];
  #out: { readonly bytes: Uint8Array; readonly address: number } | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  input(bytes: Uint8Array, slot = 0): number {
    if (this.#inside(bytes)) return bytes.byteOffset;
    const place = (this.#inputs[slot] ??= { address: 0, room: 0 });
    if (bytes.byteLength > place.room) {
      place.address = this.scratch(bytes.byteLength);
      place.room = bytes.byteLength;
    }
    this.view(place.address, bytes.byteLength).set(bytes);
    this.#ground.copied += bytes.byteLength;
    return place.address;
  }

  output(out: Uint8Array): number {
    if (this.#inside(out)) return out.byteOffset;
    this.#out ??= { bytes: out, address: this.scratch(out.byteLength) };
    return this.#out.address;
  }

  scratch(bytes: number): number {
    return this.#ground.take(bytes);
  }

  view(address: number, bytes: number): Uint8Array {
    return new Uint8Array(this.#ground.memory.buffer, address, bytes);
  }

  /** The part has ended: what it wrote goes where it belongs. */
  deliver(): void {
    if (this.#out === null) return;
    const { bytes, address } = this.#out;
    bytes.set(this.view(address, bytes.byteLength));
    this.#ground.copied += bytes.byteLength;
  }

  leave(): void {
    this.#ground.leave();
  }

  #inside({ buffer }: Uint8Array): boolean {
    return buffer === this.#ground.memory.buffer;
  }
}
