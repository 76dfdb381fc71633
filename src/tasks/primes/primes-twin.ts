import type { PartJob } from '../contract.ts';
import type { Room, Twin } from '../twin.ts';
import type { PrimesParams } from './info.ts';
import { BIN_OUTPUT, binBytes, type PrimesPart } from './plan.ts';
import { addSmall, stretchesOf, wordBehind } from './segment.ts';
import { clearStamped, FIRST_CROSSED, patterns, VECTOR } from './patterns.ts';
import { crossed, cutAbove, sieveOf } from './sieve.ts';
import { basePrimes } from './small.ts';
import { MASKS } from './wheel.ts';

/** Bytes sieved in one step: about 0.4 ms (measured). */
const SEGMENT_BYTES = 1 << 17;

/** What primes.as.ts exports. */
interface PrimesKernel {
  stamp(
    ...args: readonly [
      ...[segment: number, size: number, pattern: number, period: number, at: number],
      first: boolean,
    ]
  ): void;
  crossOut(
    ...args: readonly [
      ...[segment: number, size: number, primes: number, next: number],
      ...[rows: number, masks: number, count: number],
    ]
  ): void;
  countPrimes(from: number, to: number, counts: number): void;
}

export const primesTwin: Twin<PrimesParams, unknown, PrimesPart, PrimesKernel> = {
  *steps(kernel, job, room) {
    const { params, part, out } = job;
    const counts = new Uint32Array(out.buffer, out.byteOffset, out.byteLength / 4);
    counts.fill(0);
    const sieve = new SieveTwin(kernel, room, job);
    yield;
    for (let at = part.firstByte; at < part.endByte; at += SEGMENT_BYTES) {
      sieve.take(at, Math.min(SEGMENT_BYTES, part.endByte - at));
      yield;
    }
    sieve.give(counts);
    if (part.firstBin === 0) addSmall(counts, params.limit);
  },
};

/** A part's sieve, its tables in the kernel's memory. */
class SieveTwin {
  readonly #kernel: PrimesKernel;
  readonly #room: Room;
  readonly #job: PartJob<PrimesParams, unknown, PrimesPart>;
  readonly #base: Int32Array;
  readonly #patterns: number;
  readonly #tables: readonly [primes: number, next: number, rows: number, masks: number, count: number];
  readonly #counts: number;
  readonly #segment: number;

  constructor(kernel: PrimesKernel, room: Room, job: PartJob<PrimesParams, unknown, PrimesPart>) {
    const { params, part, out } = job;
    this.#kernel = kernel;
    this.#room = room;
    this.#job = job;
    this.#base = basePrimes(params.limit);
    this.#patterns = this.#place(patterns().bytes);
    const primes = crossed(this.#base, FIRST_CROSSED, part.endByte);
    const { next, rows } = sieveOf(NOTHING, primes, part.firstByte, Infinity);
    this.#tables = [
      this.#place(primes),
      this.#place(next),
      this.#place(rows),
      this.#place(MASKS),
      primes.length,
    ];
    this.#counts = this.#place(new Uint8Array(out.length));
    this.#segment = room.scratch(Math.min(SEGMENT_BYTES, part.endByte - part.firstByte) + VECTOR);
  }

  /** Sieves one segment and adds its counts to the bins that it touches. Segments must follow each other. */
  take(start: number, size: number): void {
    const { limit } = this.#job.params;
    const segment = this.#segment;
    for (const { at, period } of patterns().places) {
      this.#kernel.stamp(segment, size, this.#patterns + at, period, start % period, at === 0);
    }
    const bytes = this.#room.view(segment, size + VECTOR);
    if (start === 0) clearStamped(bytes);
    this.#kernel.crossOut(segment, size, ...this.#tables);
    cutAbove(bytes, start, size, limit);
    bytes[size] = wordBehind(start + size, limit, this.#base);
    for (const { bin, from, to } of stretchesOf(binBytes(this.#job.params), start, size)) {
      const counts = this.#counts + (bin - this.#job.part.firstBin) * BIN_OUTPUT;
      this.#kernel.countPrimes(segment + from, segment + to, counts);
    }
  }

  give(counts: Uint32Array): void {
    new Uint8Array(counts.buffer, counts.byteOffset, counts.byteLength).set(
      this.#room.view(this.#counts, counts.byteLength),
    );
  }

  #place({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array): number {
    const address = this.#room.scratch(byteLength);
    this.#room.view(address, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
    return address;
  }
}

const NOTHING = new Uint8Array(0);
