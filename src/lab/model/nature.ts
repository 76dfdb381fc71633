import type { Prepared } from '../input/prepare.ts';
import type { Nature } from '../../tasks/contract.ts';

/** Of the job as it is set; `divisible`, as most are, while there is none. */
export function natureOf(prepared: Pick<Prepared, 'draft'> | null): Nature {
  if (prepared === null) return 'divisible';
  const { task, params, shape } = prepared.draft;
  return task.nature(params, shape);
}
