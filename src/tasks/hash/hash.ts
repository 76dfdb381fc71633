import type { Task } from '../contract.ts';
import { finishDigests } from './digests.ts';
import { hashInfo } from './info.ts';
import type { HashParams, HashPart } from './part.ts';
import { natureOf, PIECE_BYTES, planHash } from './plan.ts';
import type { FilesShape } from './shape.ts';
import { hashSteps } from './steps.ts';

/** The task with pieces of another size (2^k × 1024 bytes), so that tests can cut small files. */
export function hashTask(pieceBytes: number): Task<HashParams, FilesShape, HashPart> {
  return {
    ...hashInfo,
    nature: (params, shape) => natureOf(params, shape, pieceBytes),
    plan: (params, shape) => planHash(params, shape, pieceBytes),
    steps: hashSteps,
    finish: (output, params, shape) => finishDigests(output, params, shape, pieceBytes),
  };
}

/** SHA-256 or BLAKE3 of files: the result is 32 bytes a file, in their order. */
export const hash = hashTask(PIECE_BYTES);
