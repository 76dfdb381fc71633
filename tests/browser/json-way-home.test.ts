import { expect, it } from 'vitest';
import { Homeward, type WayHome } from '../../src/lab/json/homeward.svelte.ts';
import { writeDocument } from '../../src/tasks/json/generate.ts';

function document(bytes: number, shared: boolean): ArrayBuffer | SharedArrayBuffer {
  const buffer = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  writeDocument(new Uint8Array(buffer), 1);
  return buffer;
}

async function measured(source: ArrayBuffer | SharedArrayBuffer | Blob): Promise<WayHome> {
  const homeward = new Homeward();
  homeward.measure(source);
  expect(homeward.status.status).toBe('measuring');
  await expect.poll(() => homeward.status.status, { timeout: 30_000 }).toBe('measured');
  const { status } = homeward;
  if (status.status !== 'measured') throw new Error('It was not measured.');
  return status.way;
}

it.each([
  ['in memory', (): ArrayBuffer | SharedArrayBuffer => document(8 << 20, false)],
  ['in shared memory', () => document(8 << 20, true)],
])('the whole tree of a document %s takes far longer to come home than its summary', async (_, make) => {
  const way = await measured(make());
  expect(way.treeMs).toBeGreaterThan(5 * way.summaryMs);
  // Packing is a part of the way, and unpacking holds the page.
  expect(way.packedMs).toBeGreaterThan(0);
  expect(way.packedMs).toBeLessThan(way.treeMs);
  expect(way.heldMs).toBeGreaterThan(way.summaryMs);
});

it('a file is read in the worker', async () => {
  const way = await measured(new Blob([document(1 << 20, false) as ArrayBuffer]));
  expect(way.treeMs).toBeGreaterThan(0);
});

it('a document that can’t be parsed is told, and nothing hangs', async () => {
  const homeward = new Homeward();
  homeward.measure(new Blob(['[1,']));
  await expect
    .poll(() => homeward.status, { timeout: 30_000 })
    .toMatchObject({
      status: 'failed',
      sentence: 'Line 1, column 4: a value should stand here, but the text ends.',
    });
});
