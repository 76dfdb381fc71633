import workerpool from 'workerpool';
import { loadTask } from '../../../src/tasks/registry.ts';
import { computePart, type PartMessage } from './compute-part.ts';

async function part(message: PartMessage): Promise<unknown> {
  const bytes = computePart(await loadTask('mandelbrot'), message);
  return new workerpool.Transfer(bytes, [bytes]);
}

function endless(): void {
  for (;;) Math.random();
}

workerpool.worker({ empty: () => null, part, endless });
