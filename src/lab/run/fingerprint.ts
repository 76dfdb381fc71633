import type { Pool } from '../../pool/pool.ts';
import { transfer } from 'comlink';
import type { Job } from '../../strategies/contract.ts';
import type { AnyBuffer, OutputBuffer } from '../model/job.ts';

export interface Checked {
  readonly checksum: string;
  /** The result's bytes again; they went to a worker and came back. */
  readonly result: Uint8Array;
  /** It has bytes of its own: they stay when the output is cleared. */
  readonly apart: boolean;
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
  const [slot] = await pool.ready(1);
  if (slot === undefined) throw new Error('The pool has no worker.');
  const bytes = checksumOf instanceof ArrayBuffer ? transfer(checksumOf, [checksumOf]) : checksumOf;
  const answer = await slot.call((api) => api.fingerprint(bytes, own && !output.keep, result.byteLength));
  const back: AnyBuffer = answer.bytes ?? checksumOf;
  if (!own) new Uint8Array(job.output).fill(0);
  if (!output.keep || !own) output.buffer.giveBack(own ? back : job.output);
  const kept = own ? new Uint8Array(back, 0, result.byteLength) : result;
  return { checksum: answer.hex, result: kept, apart: !own };
}
