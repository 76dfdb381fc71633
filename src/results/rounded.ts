import type { RunRecord } from './report.ts';

/**
 * A record with its times to a hundredth of a millisecond: no browser's clock is finer by more than that matters, and
 * what is kept, exported and carried by a link is then the very same as what was shown.
 */
export function rounded(record: RunRecord): RunRecord {
  return roundedValue(record) as RunRecord;
}

/** Intervals are estimates whose digits matter: a count of frames is divided by them. */
const EXACT = new Set(['intervalMs', 'params']);

function roundedValue(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (Array.isArray(value)) return value.map(roundedValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    EXACT.has(key) ? (inner as unknown) : roundedValue(inner),
  ]);
  return Object.fromEntries(entries) as unknown;
}
