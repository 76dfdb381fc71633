/** Names of the tasks, in the order in which the page shows them. */
export const TASK_IDS = [
  'blur',
  'edges',
  'denoise',
  'image-batch',
  'mandelbrot',
  'path-tracer',
  'primes',
  'sort',
  'hash',
  'json',
  'proof-of-work',
  'password-hash',
] as const;
export type TaskId = (typeof TASK_IDS)[number];

/** Names of the strategies, in the one order used everywhere. */
export const STRATEGY_IDS = ['blocking', 'chunked', 'pool'] as const;
export type StrategyId = (typeof STRATEGY_IDS)[number];
