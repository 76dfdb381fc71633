/** The product's kernels, pool and strategies and what people would pick instead, for `npm run bench:peers`: each runs once and says how long it took. */
import { chunkedContenders } from './chunked.ts';
import { filterContenders } from './filters.ts';
import { hashContenders } from './hashes.ts';
import { ourContenders } from './ours.ts';
import { poolContenders } from './pools.ts';

/** One run; ms, or a figure by its name. */
export type Contender = () => Promise<number> | Promise<Readonly<Record<string, number>>>;

const contenders: Readonly<Record<string, Contender>> = {
  ...ourContenders,
  ...filterContenders,
  ...hashContenders,
  ...poolContenders,
  ...chunkedContenders,
};

Reflect.set(globalThis, 'peers', async (name: string) => {
  const contender = contenders[name];
  if (contender === undefined) throw new Error(`There is no “${name}” on the page of peers.`);
  return contender();
});
