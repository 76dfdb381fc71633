import type { Room, Twin } from '../twin.ts';
import type { ProofParams } from './info.ts';
import type { NoncePart } from './plan.ts';
import { makeSearch, searchNonces, shiftOf, writeTail, type DigitsSearch, type Search } from './search.ts';
import { searchSteps, type NoShape } from './steps.ts';
import { toBytes } from './utf8.ts';

/** What proof.as.ts keeps of a search. */
const SEARCH_BYTES = 1280;

/** About 0.7 ms; without SIMD 1.3 ms. */
const NONCES_PER_STEP = 1 << 13;

/** What proof.as.ts exports. */
interface ProofKernel {
  prepare(place: number): void;
  begin(place: number, state: number): void;
  setTail(place: number, tail: number): void;
  search(
    ...args: readonly [
      ...[place: number, from: number, end: number, first: number, last: number],
      ...[blocks: number, shift: number],
    ]
  ): number;
}

export const proofTwin: Twin<ProofParams, NoShape, NoncePart, ProofKernel> = {
  *steps(kernel, job, room) {
    const search = makeSearch(toBytes(job.params.text) ?? new Uint8Array(0), job.params.difficulty);
    const among = searchIn(kernel, room, search);
    yield* searchSteps(job, NONCES_PER_STEP, (from, to) => searchNonces(search, from, to, among));
  },
};

/** The kernel's search, its place made ready: what was hashed of the text is carried in once. */
function searchIn(kernel: ProofKernel, room: Room, { begun, tail, textBytes }: Search): DigitsSearch {
  const place = room.scratch(SEARCH_BYTES);
  const carried = room.scratch(tail.length);
  kernel.prepare(place);
  room.view(carried, begun.byteLength).set(new Uint8Array(begun.buffer));
  kernel.begin(place, carried);
  const first = textBytes % (tail.length / 2);
  return (search, from, { digits, end }) => {
    const blocks = writeTail(search, from, digits);
    room.view(carried, tail.length).set(tail);
    kernel.setTail(place, carried);
    // A number of 32 bits comes back signed.
    return kernel.search(place, from, end, first, first + digits - 1, blocks, shiftOf(search)) >>> 0;
  };
}
