import type { Part, PartJob, Steps } from './contract.ts';

/**
 * A part's place in WebAssembly's memory while it is at work. Addresses are bytes from the memory's start; what is
 * taken here is given back when the part ends.
 */
export interface Room {
  /**
   * Where these bytes of the part's input lie. They are copied in only if they lie outside the memory; the next
   * call for the same slot then overwrites them.
   */
  input(bytes: Uint8Array, slot?: number): number;
  /** Where to write what belongs into `out`: in place, or where it is copied from when the part ends. */
  output(out: Uint8Array): number;
  /** Memory of the part's own, not cleared, aligned to 16 bytes. */
  scratch(bytes: number): number;
  /** A view of the memory, to fill a table or to read an answer. Valid until something more is taken. */
  view(address: number, bytes: number): Uint8Array;
}

/**
 * A kernel's twin in WebAssembly: the same steps as `Task.steps`, by functions that an AssemblyScript file exports.
 * `Kernel` describes those functions.
 */
export interface Twin<Params = unknown, Shape = unknown, P extends Part = Part, Kernel = unknown> {
  steps(kernel: Kernel, job: PartJob<Params, Shape, P>, room: Room): Steps;
}
