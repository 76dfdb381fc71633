import type { Pool } from '../../pool/pool.ts';
import { transfer } from 'comlink';
import type { Slot } from '../../pool/slot.ts';
import { isShared } from '../../pool/transfer.ts';
import type { Job } from '../../strategies/contract.ts';
import type { AnyBuffer, OutputBuffer } from '../model/job.ts';

export interface Checked {
  readonly checksum: string;
  /** The result's bytes again; they went to a worker and came back. */
  readonly result: Uint8Array;
  /** It has bytes of its own: they stay when the output is cleared. */
  readonly apart: boolean;
}

async function firstSlot(pool: Pool): Promise<Slot> {
  const [slot] = await pool.ready(1);
  if (slot === undefined) throw new Error('The pool has no worker.');
  return slot;
}

/** Bytes of this thread's own move to the worker; shared ones are seen from both. */
function handedOver(bytes: AnyBuffer): AnyBuffer {
  return bytes instanceof ArrayBuffer ? transfer(bytes, [bytes]) : bytes;
}

/**
 * The fingerprint of a result, computed in a worker after the measured window. Unless `keep`, the output
 * buffer is cleared there and handed back for the next run.
 * @throws WorkerDiedError, PoolGaveUpError
 */
export async function fingerprintResult(
  result: Uint8Array,
  job: Job,
  pool: Pool,
  output: { readonly buffer: OutputBuffer; readonly keep: boolean },
): Promise<Checked> {
  const own = result.buffer === job.output;
  const checksumOf = own ? result.buffer : result.slice().buffer;
  const slot = await firstSlot(pool);
  const bytes = handedOver(checksumOf);
  const all = { start: 0, end: checksumOf.byteLength };
  const clear = own && !output.keep ? all : null;
  const answer = await slot.call((api) =>
    api.fingerprint(bytes, { start: 0, end: result.byteLength }, clear),
  );
  const back: AnyBuffer = answer.bytes ?? checksumOf;
  if (!own) new Uint8Array(job.output).fill(0);
  if (!output.keep || !own) output.buffer.giveBack(own ? back : job.output);
  const kept = own ? new Uint8Array(back, 0, result.byteLength) : result;
  return { checksum: answer.hex, result: kept, apart: !own };
}

/**
 * The same for a result that lies in a memory with other things: only its bytes are read and cleared. One that is kept
 * is carried out by the worker, so that the memory can go.
 * @throws WorkerDiedError, PoolGaveUpError
 */
export async function fingerprintShared(
  result: Uint8Array,
  { output, outputStart = 0, plan }: Job,
  pool: Pool,
  keep: boolean,
): Promise<Checked> {
  const slot = await firstSlot(pool);
  const whole = { start: outputStart, end: outputStart + plan.outputBytes };
  const { byteOffset: start, byteLength } = result;
  if (result.buffer !== output || !isShared(output)) {
    const bytes = result.slice().buffer;
    const all = { start: 0, end: byteLength };
    const { hex } = await slot.call((api) => api.fingerprint(transfer(bytes, [bytes]), all, null));
    new Uint8Array(output, outputStart, plan.outputBytes).fill(0);
    return { checksum: hex, result, apart: true };
  }
  const place = { start, end: start + byteLength };
  const { hex } = await slot.call((api) => api.fingerprint(output, place, keep ? null : whole));
  if (!keep) return { checksum: hex, result, apart: false };
  const own = new SharedArrayBuffer(byteLength);
  await slot.call((api) => api.copy(output, place, own, 0));
  return { checksum: hex, result: new Uint8Array(own), apart: false };
}
