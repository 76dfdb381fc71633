import { ParamError, type TaskInfo } from '../contract.ts';
import { readNumber, type NumberRule } from '../params.ts';

/** How the numbers lie before they are sorted, the default first. */
export const ORDERS = ['random', 'nearly', 'reversed'] as const;
export type Order = (typeof ORDERS)[number];

/** `cut`: every merge is shared out, so that all workers have parts to the end. `whole`: a merge is one part. */
export const MERGES = ['cut', 'whole'] as const;
export type Merges = (typeof MERGES)[number];

export interface SortParams {
  /** How many numbers. */
  readonly count: number;
  readonly order: Order;
  readonly merges: Merges;
  /** The same seed gives the same numbers. */
  readonly seed: number;
}

export const COUNT: NumberRule = {
  name: 'count',
  min: 1000,
  // Two rows of so many take 128 MB.
  max: 1 << 24,
  fallback: 1_000_000,
  whole: true,
};
const SEED: NumberRule = { name: 'seed', min: 0, max: 2 ** 31 - 1, fallback: 1, whole: true };

export const sortInfo: TaskInfo<SortParams> = {
  id: 'sort',
  engines: ['ts', 'wasm'],
  paramNames: [COUNT.name, 'order', 'merges', SEED.name],
  parse: (raw) => ({
    count: readNumber(raw, COUNT),
    order: readName(raw, 'order', ORDERS),
    merges: readName(raw, 'merges', MERGES),
    seed: readNumber(raw, SEED),
  }),
};

/** One of some names, the first where none is given. */
function readName<Name extends string>(
  raw: Readonly<Record<string, string>>,
  param: string,
  names: readonly [Name, ...Name[]],
): Name {
  const text = raw[param];
  if (text === undefined) return names[0];
  const name = names.find((known) => known === text);
  if (name !== undefined) return name;
  throw new ParamError(param, `${param} must be ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}.`);
}
