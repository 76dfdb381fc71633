import type { Part, Plan } from '../tasks/contract.ts';

/** Some neighbours among a plan's parts: `start` included, `end` not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The plan's parts by their stages, in order. */
export function stagesOf({ parts }: Plan): Range[] {
  const stages: Range[] = [];
  let start = 0;
  parts.forEach((part, i) => {
    const next = parts[i + 1];
    if (next !== undefined && stageOf(next) === stageOf(part)) return;
    stages.push({ start, end: i + 1 });
    start = i + 1;
  });
  return stages;
}

export function stageOf({ stage = 0 }: Part): number {
  return stage;
}

/** An equal run of neighbours for each worker. */
export function shareOf({ start, end }: Range, worker: number, workers: number): Range {
  const at = (i: number): number => start + Math.round((i * (end - start)) / workers);
  return { start: at(worker), end: at(worker + 1) };
}
