import { expect, it } from 'vitest';
import { loadTask } from '../../src/tasks/registry.ts';
import { PartDriver } from '../../src/tasks/drive.ts';
import { loadTwin } from '../../src/wasm/engine.ts';
import type { Task } from '../../src/tasks/contract.ts';

/** One tile, driven on the page's own thread. */
function tile(task: Task): string {
  const params = task.parse({ scene: 'lanterns', width: '48', height: '32', tile: '16', samples: '6' });
  const part = task.plan(params, {}).parts.at(-2);
  if (part === undefined) throw new Error('There is no such part.');
  const out = new Uint8Array(part.output.end - part.output.start);
  const driver = new PartDriver(task.steps({ params, shape: {}, part, out }), new Uint8Array(0));
  while (driver.step() !== true);
  expect(out.some((byte) => byte !== 0)).toBe(true);
  return out.join();
}

it('both engines of this browser trace the same light', async () => {
  const { task: twin } = await loadTwin('path-tracer', null);
  expect(tile(twin)).toBe(tile(await loadTask('path-tracer')));
});
