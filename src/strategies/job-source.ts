import type { Part, Span } from '../tasks/contract.ts';
import { PartDriver, type Source } from '../tasks/drive.ts';
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
  const read = async ({ start, end }: Span): Promise<Uint8Array> =>
    new Uint8Array(await blob.slice(start, end).arrayBuffer());
  return new ReadAhead({ read }, blob.size);
}

/** The driver of one part on the page's own thread: it reads and writes in place. */
export function driverOf(job: Job, part: Part): PartDriver {
  const start = (job.outputStart ?? 0) + part.output.start;
  const out = new Uint8Array(job.output, start, part.output.end - part.output.start);
  const { params, shape } = job;
  return new PartDriver(job.task.steps({ params, shape, part, out }), sourceOf(job, part));
}

/** The parts' outputs turned into the result. */
export function finishJob(job: Job): Uint8Array {
  const bytes = new Uint8Array(job.output, job.outputStart ?? 0, job.plan.outputBytes);
  return job.task.finish?.(bytes, job.params, job.shape) ?? bytes;
}

/** Any error from a part's steps, with the part it came from. */
export function partFailed(part: Part, error: unknown): PartFailed {
  const known = error instanceof Error ? error : new Error(String(error));
  return new PartFailed(part.index, known.name, known.message);
}
