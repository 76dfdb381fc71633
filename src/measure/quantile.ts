/** The `q`-quantile (0 to 1), linear between neighbours (Hyndman and Fan's type 7); `null` of nothing. */
export function quantile(values: ArrayLike<number>, q: number): number | null {
  if (values.length === 0) return null;
  return sortedQuantile(Float64Array.from(values).sort(), q);
}

export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}

/** The same of values that are sorted already; there must be one. */
export function sortedQuantile(sorted: Float64Array, q: number): number {
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return between(low, high, position - below);
}

export function between(low: number, high: number, share: number): number {
  return low === high ? low : low + (high - low) * share;
}
