/** Every lesson's name in the address, in the order of the course. */
export const SLUGS = [
  'blocking',
  'concurrency-parallelism',
  'event-loop',
  'three-syntaxes',
  'async-functions',
  'sequential-parallel',
  'combinators',
  'forgotten-await',
  'unhandled-rejection',
  'race-condition',
  'cancellation',
  'loops',
  'async-iterators',
  'timers',
  'yielding',
  'workers',
  'stopping',
  'shared-memory',
  'speed-up',
  'when-not',
] as const;
export type Slug = (typeof SLUGS)[number];
