import type { Part } from '../tasks/contract.ts';
import type { Job } from './contract.ts';

/** What a part has written, where it lies: the output may begin anywhere in a WebAssembly memory. */
export function partOutput(
  { output, outputStart = 0 }: Pick<Job, 'output' | 'outputStart'>,
  { output: { start, end } }: Pick<Part, 'output'>,
): Uint8Array {
  return new Uint8Array(output, outputStart + start, end - start);
}
