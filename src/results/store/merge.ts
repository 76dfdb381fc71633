import type { ExperimentRecord } from '../model/experiment.ts';

export interface Merged {
  /** Experiments that change: new ones, and known ones with further runs. */
  readonly changed: readonly ExperimentRecord[];
  readonly addedRuns: number;
  readonly knownRuns: number;
}

/** What is new in `incoming`. A run that is known, in whichever experiment, is not taken again. */
export function mergeExperiments(
  kept: readonly ExperimentRecord[],
  incoming: readonly ExperimentRecord[],
): Merged {
  const known = new Set(kept.flatMap(({ runs }) => runs.map(({ id }) => id)));
  const byId = new Map(kept.map((experiment) => [experiment.id, experiment]));
  const changed = new Map<string, ExperimentRecord>();
  let addedRuns = 0;
  let knownRuns = 0;
  for (const experiment of incoming) {
    const fresh = experiment.runs.filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    addedRuns += fresh.length;
    knownRuns += experiment.runs.length - fresh.length;
    const [first] = fresh;
    if (first === undefined) continue;
    const before = changed.get(experiment.id) ?? byId.get(experiment.id);
    const next =
      before === undefined
        ? { ...experiment, id: first.id, runs: fresh }
        : { ...before, runs: [...before.runs, ...fresh] };
    changed.set(next.id, next);
  }
  return { changed: [...changed.values()], addedRuns, knownRuns };
}
