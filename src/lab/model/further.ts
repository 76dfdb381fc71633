/** What the page knows of the tasks that a first visit needn't know: loaded by `needTask`, all of them at once. */
import type { TaskInfo } from '../../tasks/contract.ts';
import type { TaskId } from '../../tasks/ids.ts';
import { hashInfo } from '../../tasks/hash/info.ts';
import { imageBatchInfo } from '../../tasks/image-batch/info.ts';
import { jsonInfo } from '../../tasks/json/info.ts';
import { mandelbrotInfo } from '../../tasks/mandelbrot/info.ts';
import { passwordInfo } from '../../tasks/password/info.ts';
import { pathTracerInfo } from '../../tasks/path-tracer/info.ts';
import { primesInfo } from '../../tasks/primes/info.ts';
import { proofInfo } from '../../tasks/proof-of-work/info.ts';
import { sortInfo } from '../../tasks/sort/info.ts';
import { batchEntry } from '../batch/entry.ts';
import { hashEntry } from '../files/entry.ts';
import { mandelbrotEntry } from '../fractal/entry.ts';
import { jsonEntry } from '../json/entry.ts';
import { passwordEntry } from '../password/entry.ts';
import { primesEntry } from '../primes/entry.ts';
import { proofEntry } from '../proof/entry.ts';
import { sortEntry } from '../sort/entry.ts';
import { traceEntry } from '../trace/entry.ts';
import type { CatalogEntry } from './catalog.ts';

type FurtherId = Exclude<TaskId, 'blur' | 'edges' | 'denoise'>;

export const FURTHER_INFOS: Readonly<Record<FurtherId, TaskInfo>> = {
  hash: hashInfo,
  mandelbrot: mandelbrotInfo,
  'path-tracer': pathTracerInfo,
  primes: primesInfo,
  sort: sortInfo,
  json: jsonInfo,
  'proof-of-work': proofInfo,
  'password-hash': passwordInfo,
  'image-batch': imageBatchInfo,
};

export const FURTHER_ENTRIES: Readonly<Record<FurtherId, CatalogEntry>> = {
  hash: hashEntry,
  mandelbrot: mandelbrotEntry,
  'path-tracer': traceEntry,
  primes: primesEntry,
  sort: sortEntry,
  json: jsonEntry,
  'proof-of-work': proofEntry,
  'password-hash': passwordEntry,
  'image-batch': batchEntry,
};
