import { ParamError, type TaskInfo } from '../contract.ts';
import { RADIUS, SIGMA } from '../image/info.ts';
import { readNumber, type NumberRule } from '../params.ts';

/** What a photo may go through once it fits, in any order, each at most once. */
export const FILTERS = ['denoise', 'blur', 'edges'] as const;
export type Filter = (typeof FILTERS)[number];

export interface ImageBatchParams {
  /** The longest side of a result in pixels; a smaller photo stays as large as it is. */
  readonly fit: number;
  /** In the order in which they are applied, joined by +, or `none`. */
  readonly filters: string;
  /** Of blur and denoise; see there. */
  readonly sigma: number;
  readonly radius: number;
}

export const FIT: NumberRule = { name: 'fit', min: 16, max: 4096, fallback: 1024, whole: true };
/** A link says that no filter follows. */
export const NONE = 'none';
const DEFAULT = 'denoise';
const JOINT = '+';

export const imageBatchInfo: TaskInfo<ImageBatchParams> = {
  id: 'image-batch',
  engines: ['ts', 'wasm'],
  paramNames: [FIT.name, 'filters', SIGMA.name, RADIUS.name],
  parse: (raw) => ({
    fit: readNumber(raw, FIT),
    filters: readFilters(raw['filters']),
    sigma: readNumber(raw, { ...SIGMA, fallback: 3 }),
    radius: readNumber(raw, { ...RADIUS, fallback: 1 }),
  }),
};

/** The chain that its name tells. */
export function filtersOf(text: string): Filter[] {
  return text.split(JOINT).flatMap((name) => FILTERS.filter((filter) => filter === name));
}

function readFilters(text: string = DEFAULT): string {
  const names = text.split(JOINT);
  const known = filtersOf(text).length === names.length && new Set(names).size === names.length;
  if (known || text === NONE) return text;
  throw new ParamError(
    'filters',
    `filters must be none, or ${FILTERS.join(', ')} joined by +, each at most once.`,
  );
}
