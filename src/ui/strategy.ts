/** The three lines of the design. Order is always this one. */
export type Strategy = 'blocking' | 'chunked' | 'pool';

export const STRATEGIES: readonly Strategy[] = ['blocking', 'chunked', 'pool'];

/** The names a person reads. */
export const STRATEGY_NAMES: Readonly<Record<Strategy, string>> = {
  blocking: 'Blocking',
  chunked: 'Chunked',
  pool: 'Pool',
};
