import type { SortParams } from '../../tasks/sort/info.ts';
import type { Lab } from '../lab.svelte.ts';
import { ArrayColumns } from './array-columns.ts';

const COLUMNS = 416;

const desks = new WeakMap<Lab, ArrayColumns>();

/** The array as the newest run left it, noted down from the first call on: for pages that show it only afterwards. */
export function sortedColumnsOf(lab: Lab): ArrayColumns {
  const known = desks.get(lab);
  if (known !== undefined) return known;
  const columns = new ArrayColumns(COLUMNS);
  desks.set(lab, columns);
  lab.onStart(() => {
    const draft = lab.input.prepared?.draft;
    if (draft?.task.id === 'sort') columns.begin(draft.params as SortParams);
  });
  lab.onPart((done, job) => {
    if (job.task.id === 'sort') columns.part(done, job);
  });
  return columns;
}
