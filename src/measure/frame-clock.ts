import { abortError, onAbort } from '../async/abort.ts';
import { pageFrames, type FrameHost } from './host.ts';

export type FrameListener = (timestamp: number) => void;

/** 2^15 frames: nine minutes at 60 Hz, nearly four at 144 Hz, 256 KiB. */
const CAPACITY = 2 ** 15;

/**
 * One animation-frame loop for the whole page. It writes down each frame's *timestamp argument*
 * (`performance.now()` inside the callback would add the callback's own delay) and tells its few
 * listeners. A frame allocates nothing.
 *
 * Frames are numbered from 0 since the clock was made; the last `capacity` of them are kept.
 */
export class FrameClock {
  readonly capacity: number;
  readonly #host: FrameHost;
  readonly #ring: Float64Array;
  #listeners: readonly FrameListener[] = [];
  #count = 0;
  #idleFrom = 0;
  #handle: number | null = null;

  constructor(host: FrameHost = pageFrames, capacity = CAPACITY) {
    this.#host = host;
    this.capacity = capacity;
    this.#ring = new Float64Array(capacity);
  }

  /** Frames seen so far; the newest is frame `count - 1`. */
  get count(): number {
    return this.#count;
  }

  /** The newest frame's timestamp, ms; `null` before the first frame. */
  get last(): number | null {
    return this.#count === 0 ? null : (this.#ring[(this.#count - 1) % this.capacity] as number);
  }

  /** The first frame since which nothing heavy has run. */
  get idleFrom(): number {
    return this.#idleFrom;
  }

  /** Work that held the page's thread has ended: the frames from now on are idle ones. */
  rest(): void {
    this.#idleFrom = this.#count;
  }

  start(): void {
    this.#handle ??= this.#host.requestAnimationFrame(this.#tick);
  }

  /** Who waits for a frame goes on waiting, until `start()` or their signal. */
  stop(): void {
    if (this.#handle !== null) this.#host.cancelAnimationFrame(this.#handle);
    this.#handle = null;
  }

  /** Timestamps of the frames `from` (included) to `to` (not), as far as they are still kept. */
  copy(from: number, to: number): Float64Array {
    const end = Math.min(to, this.#count);
    const start = Math.max(from, this.#count - this.capacity, 0);
    const out = new Float64Array(Math.max(0, end - start));
    for (let i = 0; i < out.length; i++) out[i] = this.#ring[(start + i) % this.capacity] as number;
    return out;
  }

  /** Calls `listener` on every frame; returns how to stop. */
  onFrame(listener: FrameListener): () => void {
    const entry: FrameListener = (timestamp) => {
      listener(timestamp);
    };
    this.#listeners = [...this.#listeners, entry];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== entry);
    };
  }

  /** The next frame's timestamp; rejects with an AbortError when the signal fires. */
  nextFrame(signal?: AbortSignal): Promise<number> {
    return this.frames(1, signal);
  }

  /** The timestamp of the `n`th frame from now (n ≥ 1); rejects with an AbortError when the signal fires. */
  frames(n: number, signal?: AbortSignal): Promise<number> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(abortError());
        return;
      }
      let left = n;
      const stopListening = this.onFrame((timestamp) => {
        left -= 1;
        if (left > 0) return;
        stopListening();
        forget();
        resolve(timestamp);
      });
      const forget = onAbort(signal, () => {
        stopListening();
        reject(abortError());
      });
    });
  }

  // Asks for the next frame first: a listener that throws must not stop the clock.
  readonly #tick = (timestamp: number): void => {
    this.#handle = this.#host.requestAnimationFrame(this.#tick);
    this.#ring[this.#count % this.capacity] = timestamp;
    this.#count += 1;
    const listeners = this.#listeners;
    for (let i = 0; i < listeners.length; i++) (listeners[i] as FrameListener)(timestamp);
  };
}
