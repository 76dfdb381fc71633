import { PartFailed } from '../../strategies/contract.ts';
import { unreadable, type LabInput } from '../model/input.ts';
import { describe } from './prepared.svelte.ts';

/** Errors by which a browser says that a file is gone or changed. https://w3c.github.io/FileAPI/#ErrorDescriptions */
const READ_ERRORS = ['NotFoundError', 'NotReadableError', 'SecurityError'];

/** A failed run in a heading and one sentence, and what to do about it. */
export function describeFailure(error: unknown, input: LabInput | null): { title: string; sentence: string } {
  if (error instanceof PartFailed) return describePart(error, input);
  if (error instanceof RangeError) {
    const sentence = 'This device has not enough memory for it. Choose a smaller size and run again.';
    return { title: 'Out of memory', sentence };
  }
  if (error instanceof Error && error.name === 'PoolGaveUpError') {
    return { title: 'The pool gave up', sentence: error.message };
  }
  if (error instanceof Error && error.name === 'WorkerDiedError') {
    const sentence = `${error.message} What it had finished is thrown away; a new worker takes its place when you run again.`;
    return { title: 'A worker stopped', sentence };
  }
  return { ...describe(error), title: 'The run failed' };
}

function describePart(error: PartFailed, input: LabInput | null): { title: string; sentence: string } {
  const name = nameOfPart(error.part, input);
  if (READ_ERRORS.includes(error.original)) return describe(unreadable(name));
  if (error.original === 'BadInput') return { title: `${name} can’t be used`, sentence: error.message };
  const sentence = `${error.message.replace(/\.$/, '')}. Nothing of this run is kept; try a smaller size, or reload the page.`;
  return { title: 'The work itself failed', sentence };
}

/** Which file a part belongs to, as far as that can be told: the page only knows where its bytes lie. */
function nameOfPart(part: number, input: LabInput | null): string {
  if (input?.kind !== 'files') return 'The input';
  return input.files.length === 1 ? (input.files[0]?.name ?? 'A file') : `A file (part ${String(part + 1)})`;
}
