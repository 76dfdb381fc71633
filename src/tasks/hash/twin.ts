import type { PartJob, Steps } from '../contract.ts';
import type { Room, Twin } from '../twin.ts';
import { Blake3Twin, twinOf, type HashKernel } from './kernel.ts';
import { LANES, Sha256Lanes } from './lanes.ts';
import type { Algorithm, FilesPart, HashParams, HashPart } from './part.ts';
import type { FilesShape } from './shape.ts';
import { checkedRead, FilesWork, pieceWork, readThrough, type Work } from './steps.ts';

const KIB = 1024;

/** Worked on in one step: about a millisecond (measured). */
const STEP_BYTES: Readonly<Record<Algorithm, number>> = { sha256: 512 * KIB, blake3: 1024 * KIB };

type HashJob = PartJob<HashParams, FilesShape, HashPart>;

export const hashTwin: Twin<HashParams, FilesShape, HashPart, HashKernel> = {
  *steps(kernel, job, room) {
    const { part, params, out } = job;
    if (part.kind === 'files' && goesSideBySide(kernel, part, params)) {
      yield* sideBySide(kernel, room, part, out);
    } else {
      yield* readThrough(part.input, STEP_BYTES[params.algorithm], workOf(kernel, room, job));
    }
  },
};

function goesSideBySide(kernel: HashKernel, { files }: FilesPart, { algorithm }: HashParams): boolean {
  return algorithm === 'sha256' && files.length > 1 && kernel.sha256Lanes() === LANES;
}

function workOf(kernel: HashKernel, room: Room, { part, params, out }: HashJob): Work {
  return part.kind === 'files'
    ? new FilesWork(twinOf(params.algorithm, kernel, room), part.files, out)
    : pieceWork(new Blake3Twin(kernel, room, part.firstChunk), out);
}

/** All files of the part are read at once: the plan keeps such parts small. */
function* sideBySide(kernel: HashKernel, room: Room, part: FilesPart, out: Uint8Array): Steps {
  const bytes = yield* checkedRead({ start: 0, end: part.input.end - part.input.start });
  const lanes = new Sha256Lanes(kernel, room, { files: part.files, bytes, out });
  while (lanes.step()) yield undefined;
}
