/** The titles of `describeFailure` that tell of lost workers. */
const POOL_FAILURES = ['The pool gave up', 'A worker stopped'];

/** How many workers to try instead, where workers were lost; `null` where that would not help. */
export function fewerWorkers(title: string, workers: number): number | null {
  if (!POOL_FAILURES.includes(title) || workers < 2) return null;
  return workers > 2 ? 2 : 1;
}
