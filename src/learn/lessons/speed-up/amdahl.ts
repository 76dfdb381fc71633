/** A job on so many workers took so long, in ms. */
export interface Point {
  readonly workers: number;
  readonly ms: number;
}

/** How many times quicker `workers` are if `share` of the work, 0 to 1, can be shared (Amdahl 1967, https://doi.org/10.1145/1465482.1465560). */
export function amdahl(share: number, workers: number): number {
  return 1 / (1 - share + share / workers);
}

/**
 * The share of the work that can be shared, as the points tell: with y = t(n) / t(1) Amdahl's line is
 * y − 1 = share × (1 / n − 1), straight through the origin; least squares. `null`: nothing to fit.
 */
export function fitShare(points: readonly Point[]): number | null {
  const one = points.find(({ workers }) => workers === 1);
  const rest = points.filter(({ workers }) => workers > 1);
  if (one === undefined || rest.length === 0) return null;
  const sums = rest.map(({ workers, ms }) => {
    const x = 1 / workers - 1;
    return { xy: x * (ms / one.ms - 1), xx: x * x };
  });
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return Math.min(1, Math.max(0, sum(sums.map(({ xy }) => xy)) / sum(sums.map(({ xx }) => xx))));
}
