import type { Plan, Span } from '../tasks/contract.ts';
import { CONSTANTS_END, PAGE } from '../wasm/room.ts';
import type { Draft, Job, RunMemory } from './contract.ts';

/** What one thread may use beside input and output: most kernels need lines, not pictures. Untouched pages cost nothing. */
const LINES_BYTES = 4 << 20;

function after(start: number, bytes: number): Span {
  return { start, end: start + bytes };
}

function aligned(address: number): number {
  return Math.ceil(address / PAGE) * PAGE;
}

function inputBytes({ parts }: Plan): number {
  return parts.reduce((most, { input }) => Math.max(most, input.end), 0);
}

function makeMemory(bytes: number): WebAssembly.Memory | null {
  const pages = bytes / PAGE;
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  } catch (error) {
    // There may not be so much memory in one piece: then each thread works in its own, with copies.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A run's places in one shared WebAssembly memory. The input is not there yet. */
export interface RunPlaces extends Pick<Job, 'source' | 'output' | 'outputStart'> {
  readonly memory: RunMemory;
  readonly input: Span;
}

/**
 * One memory for the input, the output and each thread's scratch, in which the kernels of all threads work without
 * copying a part. `null` where there isn't enough. Only where memory can be shared.
 */
export function placesFor({ plan, source }: Draft, threads: number): RunPlaces | null {
  const input = after(CONSTANTS_END, source.kind === 'memory' ? inputBytes(plan) : 0);
  const output = after(aligned(input.end), plan.outputBytes);
  const shares = aligned(output.end);
  const share = LINES_BYTES + aligned(plan.spareBytes ?? 0);
  const scratch = Array.from({ length: threads }, (_, i) => after(shares + i * share, share));
  const memory = makeMemory(shares + threads * share);
  if (memory === null) return null;
  const buffer = memory.buffer as ArrayBufferLike as SharedArrayBuffer;
  return {
    memory: { memory, scratch },
    input,
    source: source.kind === 'memory' ? { kind: 'memory', buffer, start: input.start } : source,
    output: buffer,
    outputStart: output.start,
  };
}
