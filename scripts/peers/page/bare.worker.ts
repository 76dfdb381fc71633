/** A worker as one writes it without a library. */
import { loadTask } from '../../../src/tasks/registry.ts';
import { computePart, type PartMessage } from './compute-part.ts';

addEventListener('message', ({ data }: MessageEvent<PartMessage | null>) => {
  if (data === null) {
    postMessage(null);
    return;
  }
  const answer = async (): Promise<void> => {
    const bytes = computePart(await loadTask('mandelbrot'), data);
    postMessage(bytes, { transfer: [bytes] });
  };
  answer().catch(reportError);
});
