/** Enough to have met the smallest step of a jittered clock. */
const STEPS = 20;
const BUDGET_MS = 5;
/** Ends the spin also where the clock stands still for longer than the budget (measured: 2 to 8 ms of reads). */
const MAX_READS = 100_000;

/**
 * The smallest step of the clock, ms, found by reading it for at most about 5 ms; `null` if it never moved
 * (Firefox resisting fingerprinting steps by 100 ms).
 * https://w3c.github.io/hr-time/#clock-resolution
 */
export function clockStep(now: () => number = () => performance.now()): number | null {
  const start = now();
  let last = start;
  let smallest = Infinity;
  let steps = 0;
  for (let reads = 0; reads < MAX_READS && steps < STEPS && last - start < BUDGET_MS; reads++) {
    const time = now();
    if (time <= last) continue;
    smallest = Math.min(smallest, time - last);
    last = time;
    steps += 1;
  }
  // Doubles near a large time add noise beyond the microsecond.
  return steps === 0 ? null : Math.round(smallest * 1e6) / 1e6;
}
