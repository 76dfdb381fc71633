import { BlobReads } from '../async/blob-reads.ts';
import type { Part } from '../tasks/contract.ts';
import { earlierOf, PartDriver, type Source } from '../tasks/drive.ts';
import type { Ledger } from '../tasks/ledger.ts';
import { ReadAhead } from '../tasks/read-ahead.ts';
import { PartFailed, type Job } from './contract.ts';

/** A part's input as the page's own thread reads it: a view of memory, or a file. */
function sourceOf(job: Job, part: Part): Source {
  const { source } = job;
  if (source.kind === 'none') return new Uint8Array(0);
  if (source.kind === 'memory') {
    const start = (source.start ?? 0) + part.input.start;
    return new Uint8Array(source.buffer, start, part.input.end - part.input.start);
  }
  const blob = source.blobOf(part);
  return new ReadAhead(new BlobReads(blob), blob.size);
}

/** The driver of one part on the page's own thread: it reads and writes in place. */
export function driverOf(job: Job, part: Part): PartDriver {
  const { params, shape } = job;
  const earlier = earlierOf(job, part, outputOf(job));
  return new PartDriver(
    job.task.steps({ params, shape, part, out: outOf(job, part), earlier }),
    sourceOf(job, part),
  );
}

/** All of the output, which parts write to. */
export function outputOf({ output, outputStart = 0, plan }: Job): Uint8Array {
  return new Uint8Array(output, outputStart, plan.outputBytes);
}

function outOf(job: Job, part: Part): Uint8Array {
  return outputOf(job).subarray(part.output.start, part.output.end);
}

/** A part's bytes are in the output: from here on others may build on it, or be needless. */
export function noteEnded(job: Job, part: Part, ledger: Ledger): void {
  ledger.ended(part.index, job.task.found?.(outOf(job, part), part) ?? 0);
}

/** The parts' outputs turned into the result. */
export function finishJob(job: Job): Uint8Array {
  const bytes = outputOf(job);
  return job.task.finish?.(bytes, job.params, job.shape) ?? bytes;
}

/** Any error from a part's steps, with the part it came from. */
export function partFailed(part: Part, error: unknown): PartFailed {
  const known = error instanceof Error ? error : new Error(String(error));
  return new PartFailed(part.index, known.name, known.message);
}
