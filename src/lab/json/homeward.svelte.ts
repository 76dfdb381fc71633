import { transfer } from 'comlink';
import { LoopDelaySampler } from '../../measure/loop-delay.ts';
import { median } from '../../measure/quantile.ts';
import { Pool } from '../../pool/pool.ts';
import type { Homecoming } from '../../pool/protocol.ts';
import type { Slot } from '../../pool/slot.ts';
import { spawnCompute } from '../../pool/spawn.ts';
import type { AnyBuffer } from '../model/job.ts';

/** What it costs to bring an answer from a worker to the page, in ms. */
export interface WayHome {
  /** From sending to where the page has it: the summary, the median of some trips. */
  readonly summaryMs: number;
  /** The same for all values of the document. */
  readonly treeMs: number;
  /** Of that, the worker packing them. */
  readonly packedMs: number;
  /** How long the page stood still at most, meanwhile. */
  readonly heldMs: number;
}

export type HomewardStatus =
  | { readonly status: 'idle' }
  | { readonly status: 'measuring' }
  | { readonly status: 'measured'; readonly way: WayHome }
  | { readonly status: 'failed'; readonly sentence: string };

/**
 * Measures both ways home. In a worker of its own: the tree is gone with it, and the pool's workers stay as they
 * are for the next run.
 */
export class Homeward {
  #status = $state.raw<HomewardStatus>({ status: 'idle' });
  #pool: Pool | null = null;

  get status(): HomewardStatus {
    return this.#status;
  }

  measure(source: AnyBuffer | Blob): void {
    if (this.#status.status !== 'measuring') void this.#measure(source);
  }

  /** Ends the worker; nothing is told any more. */
  close(): void {
    this.#pool?.dispose();
    this.#pool = null;
  }

  async #measure(source: AnyBuffer | Blob): Promise<void> {
    const pool = new Pool(spawnCompute);
    this.#pool = pool;
    this.#status = { status: 'measuring' };
    try {
      const [slot] = await pool.ready(1);
      if (slot === undefined) throw new Error('There is no worker to measure with.');
      const way = await bringHome(slot, source);
      if (this.#pool === pool) this.#status = { status: 'measured', way };
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      if (this.#pool === pool) this.#status = { status: 'failed', sentence };
    } finally {
      pool.dispose();
      if (this.#pool === pool) this.#pool = null;
    }
  }
}

/** Notes when each thing arrives. A message's value is unpacked when it is first read, at the latest. */
class Arrivals {
  readonly summaries: number[] = [];
  treeMs: number | null = null;
  packedMs = 0;
  readonly #clockOffset: number;

  constructor(clockOffset: number) {
    this.#clockOffset = clockOffset;
  }

  take(event: MessageEvent<Homecoming>): void {
    const { data } = event;
    const ms = performance.now();
    if (data.what === 'packed') this.packedMs = data.ms;
    // Two clocks that are compared may be some hundredths of a millisecond apart.
    else this.#came(data.what, Math.max(0, ms - (data.sentAt - this.#clockOffset)));
  }

  #came(what: 'summary' | 'tree', ms: number): void {
    if (what === 'summary') this.summaries.push(ms);
    else this.treeMs = ms;
  }
}

async function bringHome(slot: Slot, source: AnyBuffer | Blob): Promise<WayHome> {
  const { port1, port2 } = new MessageChannel();
  const arrivals = new Arrivals(slot.clockOffset);
  const sampler = new LoopDelaySampler();
  const all = new Promise<void>((resolve) => {
    port1.onmessage = (event: MessageEvent<Homecoming>) => {
      arrivals.take(event);
      if (event.data.what === 'packed' && arrivals.treeMs !== null) resolve();
      if (event.data.what !== 'packed') port1.postMessage(null);
    };
  });
  sampler.start();
  try {
    await slot.call((api) => api.sendHome(source, transfer(port2, [port2])));
    await all;
  } finally {
    port1.close();
  }
  const heldMs = sampler.stop()?.maxMs ?? 0;
  const { summaries, treeMs, packedMs } = arrivals;
  return { summaryMs: median(summaries) ?? 0, treeMs: treeMs ?? 0, packedMs, heldMs };
}
