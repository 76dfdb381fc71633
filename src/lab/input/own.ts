import type { Pool } from '../../pool/pool.ts';
import type { InputKind } from '../model/catalog.ts';
import type { LabInput } from '../model/input.ts';
import type { Options } from '../model/options.ts';
import type { Prepared } from './prepare.ts';

/** What an input with ways of its own is given. */
export interface Tools {
  readonly pool: Pool;
  /** Forecasts the job, and fits its load to this device unless it was set. */
  calibrate(options: Options, input: LabInput, signal: AbortSignal): Promise<Prepared>;
}

interface OwnInput {
  /** The person's own files, or the sample where there are none. @throws InputError, AbortError, … */
  prepareOwn(tools: Tools, options: Options, files: readonly File[], signal: AbortSignal): Promise<Prepared>;
}

/** Inputs that are neither pictures nor files to hash: each task's own, loaded when first needed. */
export const OWN_INPUTS: Readonly<Partial<Record<InputKind, () => Promise<OwnInput>>>> = {
  json: () => import('../json/prepare.ts'),
  words: () => import('../password/prepare.ts'),
};
