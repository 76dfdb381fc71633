import { describe, expect, it } from 'vitest';
import type { BatchReply, RunSetup } from '../../../src/pool/protocol.ts';
import { hash } from '../../../src/tasks/hash/hash.ts';
import { mandelbrot } from '../../../src/tasks/mandelbrot/mandelbrot.ts';
import type { Part } from '../../../src/tasks/contract.ts';
import { Batch, LOAN_MS } from '../../../workers/compute/batch.ts';
import { kernelOf } from '../../../workers/compute/kernel.ts';
import type { Ears } from '../../../workers/compute/run-part.ts';

const DEAF: Ears = {
  aborted: () => false,
  breathe: () => Promise.resolve(),
  read: () => undefined,
};

/** Parts that all have the same kind of job. */
interface Given {
  readonly setup: RunSetup;
  readonly parts: readonly Part[];
  readonly sources?: readonly ArrayBuffer[];
}

/** Tiles deep in the set, where each pixel takes all of its iterations: so long that a worker breathes in each. */
function longTiles(count: number): Given {
  const raw = { width: '512', height: '512', tile: '64', x: '-0.1', y: '0', scale: '0.0001' };
  const params = mandelbrot.parse({ ...raw, iterations: '8000' });
  const parts = mandelbrot.plan(params, {}).parts.slice(0, count);
  return { setup: { runId: 7, task: 'mandelbrot', params, shape: {}, engine: 'ts' }, parts };
}

/** Tiles without a pixel. */
function emptyTiles(count: number): Given {
  const { setup, parts } = longTiles(count);
  const nothing = { width: 0, height: 0, output: { start: 0, end: 0 } };
  return { setup, parts: parts.map((part) => ({ ...part, ...nothing })) };
}

/** What a batch tells; time stands still unless another clock is given. */
async function replies(
  { setup, parts, sources }: Given,
  { ears = DEAF, now = () => 0 }: { readonly ears?: Ears; readonly now?: () => number } = {},
): Promise<BatchReply[]> {
  const told: BatchReply[] = [];
  const tell = (reply: BatchReply): void => void told.push(reply);
  const message = { type: 'batch', runId: setup.runId, setup, parts, sources: sources ?? null } as const;
  const batch = new Batch({ ...message, earlier: null }, setup, ears, { tell, now });
  await batch.run(kernelOf(setup, null));
  return told;
}

/** How many parts ended well. */
const well = ({ times }: BatchReply): number => times.length / 4;

describe('a batch', () => {
  it('is answered at once, each part with its time', async () => {
    const told = await replies(emptyTiles(5));
    expect(told).toMatchObject([{ runId: 7, outputs: null, failure: null, over: true }]);
    expect(told.map(well)).toEqual([5]);
    const { times = [] } = told[0] ?? {};
    const starts = times.filter((_, i) => i % 4 === 0);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it('is given back when its time is up: what was not begun is in no answer', async () => {
    let at = -LOAN_MS / 2;
    const told = await replies(emptyTiles(9), { now: () => (at += LOAN_MS / 2) });
    expect(told).toMatchObject([{ failure: null, over: true }]);
    expect(told.map(well)).toEqual([2]);
  });

  it('tells what has ended before a long part breathes', async () => {
    const toldAtBreath: number[] = [];
    const told: BatchReply[] = [];
    // Called after the batch has told what it had.
    const breathe = (): Promise<void> => {
      toldAtBreath.push(told.length);
      return Promise.resolve();
    };
    const { setup, parts } = longTiles(1);
    const both = [...emptyTiles(1).parts, ...parts];
    const message = { type: 'batch', runId: 7, setup, parts: both, sources: null, earlier: null } as const;
    const tell = (reply: BatchReply): void => void told.push(reply);
    const batch = new Batch(message, setup, { ...DEAF, breathe }, { tell, now: () => 0 });
    await batch.run(kernelOf(setup, null));
    expect(told.map((reply) => [well(reply), reply.over])).toEqual([
      [1, false],
      [1, true],
    ]);
    expect(told[1]?.outputs?.[0]?.byteLength).toBe(64 * 64 * 4);
    expect(toldAtBreath[0]).toBe(1);
  });

  it('ends at an abort: the part at which it was heard is told as aborted, the rest not begun', async () => {
    let asked = 0;
    const ears = { ...DEAF, aborted: () => (asked += 1) > 3 };
    const told = await replies(emptyTiles(6), { ears });
    expect(told.map(well)).toEqual([3]);
    expect(told[0]).toMatchObject({ failure: { aborted: true, part: 3 }, over: true });
  });

  it('ends at an error, which names its part', async () => {
    const params = hash.parse({});
    const shape = { sizes: [1 << 21, 1 << 21, 1 << 21] };
    const { parts } = hash.plan(params, shape);
    // The second has fewer bytes than it should have.
    const sources = [1 << 21, 5, 1 << 21].map((length) => new ArrayBuffer(length));
    const setup: RunSetup = { runId: 8, task: 'hash', params, shape, engine: 'ts' };
    const told = await replies({ setup, parts, sources });
    expect(told.map(well)).toEqual([1]);
    expect(told[0]).toMatchObject({ failure: { aborted: false, part: 1 }, over: true });
  });

  it('whose kernel can’t be loaded fails by its first part', async () => {
    const { setup, parts } = emptyTiles(3);
    const told: BatchReply[] = [];
    const message = { type: 'batch', runId: 7, setup, parts, sources: null, earlier: null } as const;
    const tell = (reply: BatchReply): void => void told.push(reply);
    const batch = new Batch(message, setup, DEAF, { tell, now: () => 0 });
    await batch.run(Promise.reject(new TypeError('Failed to fetch.')));
    expect(told).toMatchObject([
      { times: [], failure: { part: 0, aborted: false, name: 'TypeError' }, over: true },
    ]);
  });
});
