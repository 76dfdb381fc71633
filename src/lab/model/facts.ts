import type { Lab } from '../lab.svelte.ts';
import { natureOf } from './nature.ts';
import type { Facts } from './verdict.ts';
import type { ResultRow } from '../result/figures.ts';

/** What the sentences about a result are made of. */
export function factsOf({ input: { prepared }, options }: Lab, rows: readonly ResultRow[]): Facts {
  const pool = rows.find(({ strategy }) => strategy === 'pool')?.view;
  return {
    rows: rows.flatMap(({ summary }) => summary ?? []),
    views: rows.map(({ view }) => view),
    nature: natureOf(prepared),
    // as many as there were: the options may have been changed since
    workers: pool === undefined ? options.workers : pool.lanes.length - 1,
  };
}
