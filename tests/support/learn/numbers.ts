import type { Numbers } from '../../../src/learn/model/lesson.ts';

/** In place of a lesson's own numbers, where real work takes its real time: orders stay, tests are quick. */
const QUICKER: Readonly<Record<string, Numbers>> = {
  'concurrency-parallelism': { job: 20 },
  'shared-memory': { millions: 1 },
  'speed-up': { work: 100 },
  stopping: { work: 300 },
  workers: { mb: 1 },
  yielding: { work: 100 },
};

export function quickerNumbers(name: string): Numbers {
  return QUICKER[name] ?? {};
}
