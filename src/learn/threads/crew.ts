import { onAbort } from '../../async/abort.ts';
import { Pool } from '../../pool/pool.ts';
import type { Slot, Spawn } from '../../pool/slot.ts';
import { spawnCompute } from '../../pool/spawn.ts';
import type { StageWorld } from '../stage/world.ts';
import type { Lane } from '../trace/trace.ts';

export const PAGE: Lane = { name: 'Main thread', group: 'caller' };

export function laneOf({ index }: Pick<Slot, 'index'>): Lane {
  return { name: `Worker ${String(index)}`, group: 'worker' };
}

/** The lab's own pool for the length of one run: its workers end with it, or when it is stopped. */
export async function withPool<T>(
  { signal }: Pick<StageWorld, 'signal'>,
  use: (pool: Pool) => Promise<T>,
  spawn: Spawn = spawnCompute,
): Promise<T> {
  const pool = new Pool(spawn);
  const off = onAbort(signal, () => {
    pool.dispose();
  });
  try {
    return await use(pool);
  } finally {
    off();
    pool.dispose();
  }
}

/** Workers that have started and answered, their start drawn as what it is: a wait. */
export async function hire(stage: StageWorld, pool: Pool, count: number): Promise<Slot[]> {
  const starts = Array.from({ length: count }, (_, i) =>
    stage.tracer.start({ lane: laneOf({ index: i + 1 }), label: 'starting', mode: 'wait' }),
  );
  try {
    return await pool.ready(count, stage.signal);
  } finally {
    // Several notes of one time say no more than one, and hide what begins behind them.
    for (const started of starts) started(count === 1 ? 'finished' : 'replaced');
  }
}

/** How many threads this device says it can run at once; 2 where it doesn't say. */
export function coresHere(): number {
  const host = globalThis as { navigator?: { hardwareConcurrency?: number } };
  return host.navigator?.hardwareConcurrency ?? 2;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Stretches in order of time; those with less than `gapMs` between them become one, so that they can be drawn. */
export function joined(stretches: readonly Stretch[], gapMs: number): Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of stretches) {
    const last = found.at(-1);
    if (last === undefined || start - last.end >= gapMs) found.push({ start, end });
    else found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return found;
}

/** A bar for work whose beginning and end are known, by the page's clock. */
export function drawWork(
  { tracer }: Pick<StageWorld, 'tracer'>,
  lane: Lane,
  label: string,
  span: Stretch,
): void {
  tracer.start({ lane, label, mode: 'run', since: span.start })('finished', undefined, span.end);
}
