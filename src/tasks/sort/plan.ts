import { NO_INPUT, type Part, type Plan } from '../contract.ts';
import type { SortParams } from './info.ts';
import { levelsOf } from './run.ts';

export const BYTES = Int32Array.BYTES_PER_ELEMENT;

/** At most so many runs, and so many parts in each round: enough for 16 workers to take two each. */
const MAX_RUNS = 32;
/** Fewer numbers than this are not worth the way to a worker and back. */
const MIN_RUN = 1 << 14;

/** What a number costs: to make it and sort the first blocks, and each time it is merged; in about a nanosecond. */
const COST_START = 21;
const COST_MERGE = 3;

/** Makes its numbers and sorts them. */
export interface RunPart extends Part {
  readonly kind: 'run';
  /** Its numbers' places: from `start` to `end`. */
  readonly start: number;
  readonly end: number;
}

/** Merges two neighbouring rows, or what falls to some places of the merged row. All by numbers, not bytes. */
export interface MergePart extends Part {
  readonly kind: 'merge';
  /** The first row is from `start` to `middle`, the second from there to `end`, both in the half `from`. */
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  readonly from: 0 | 1;
  /** It writes these places of the merged row, counted from `start`. */
  readonly first: number;
  readonly last: number;
}

export type SortPart = RunPart | MergePart;

/**
 * First the runs, then rounds of merges, each twice as wide: a stage each. The output has two halves of all numbers;
 * a round reads one and writes the other, so that the last one writes the first half.
 */
export function planSort({ count, merges }: SortParams): Plan<SortPart> {
  const rounds = Math.max(0, Math.floor(Math.log2(Math.min(MAX_RUNS, count / MIN_RUN))));
  const runs = 2 ** rounds;
  const at = (run: number): number => Math.floor((count * run) / runs);
  const parts: SortPart[] = [];
  for (let run = 0; run < runs; run++) {
    const range = { start: at(run), end: at(run + 1) };
    parts.push(runPart(parts.length, range, placeOf(rounds, count)));
  }
  for (let stage = 1; stage <= rounds; stage++) {
    const width = 2 ** stage;
    for (let run = 0; run < runs; run += width) {
      const rows = { start: at(run), middle: at(run + width / 2), end: at(run + width) };
      const pieces = merges === 'cut' ? width : 1;
      for (let piece = 0; piece < pieces; piece++) {
        parts.push(
          mergePart(rows, { index: parts.length, stage, left: rounds - stage, count, piece, pieces }),
        );
      }
    }
  }
  return { parts, outputBytes: (rounds === 0 ? 1 : 2) * count * BYTES };
}

/** Where a half begins, in numbers, that is written when so many rounds are left. */
function placeOf(roundsLeft: number, count: number): number {
  return (roundsLeft % 2) * count;
}

function runPart(index: number, { start, end }: { start: number; end: number }, half: number): RunPart {
  const output = { start: (half + start) * BYTES, end: (half + end) * BYTES };
  const cost = (end - start) * (COST_START + COST_MERGE * levelsOf(end - start));
  return { kind: 'run', index, stage: 0, input: NO_INPUT, output, cost, start, end };
}

interface Place {
  readonly index: number;
  readonly stage: number;
  /** Rounds that are left after this one. */
  readonly left: number;
  readonly count: number;
  readonly piece: number;
  readonly pieces: number;
}

function mergePart(
  rows: Pick<MergePart, 'start' | 'middle' | 'end'>,
  { index, stage, left, count, piece, pieces }: Place,
): MergePart {
  const length = rows.end - rows.start;
  const first = Math.floor((length * piece) / pieces);
  const last = Math.floor((length * (piece + 1)) / pieces);
  const half = placeOf(left, count) + rows.start;
  const output = { start: (half + first) * BYTES, end: (half + last) * BYTES };
  const from = left % 2 === 0 ? 1 : 0;
  const cost = (last - first) * COST_MERGE;
  return { kind: 'merge', index, stage, input: NO_INPUT, output, cost, ...rows, from, first, last };
}
