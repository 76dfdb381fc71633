import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Range } from '../../../src/lab/primes/desk.svelte.ts';
import PrimesPlot from '../../../src/lab/primes/PrimesPlot.svelte';
import { NO_THREAD } from '../../../src/lab/view/threads.ts';
import { PartDriver } from '../../../src/tasks/drive.ts';
import { binsOf, planPrimes } from '../../../src/tasks/primes/plan.ts';
import { primes } from '../../../src/tasks/primes/primes.ts';
import '../../../src/ui/styles/tokens.css';

const params = { limit: 1_000_000 };

/** The range as far as these parts have counted it, by two workers in turn. */
function counted(share: number): Range {
  const { parts, outputBytes } = planPrimes(params);
  const counts = new Uint8Array(outputBytes);
  const threads = new Uint8Array(binsOf(params)).fill(NO_THREAD);
  for (const part of parts.slice(0, Math.round(share * parts.length))) {
    const { start, end } = part.output;
    const driver = new PartDriver(
      primes.steps({ params, shape: {}, part, out: counts.subarray(start, end) }),
      counts,
    );
    while (driver.step() !== true);
    threads.fill(1 + (part.index % 2), start / 8, end / 8);
  }
  return { params, bins: binsOf(params), counts, threads };
}

/** How many pixels of the lower right quarter of the primes' picture have a colour of their own. */
function colours(container: HTMLElement): number {
  const canvas = container.querySelector('canvas');
  if (canvas === null) throw new Error('There is no canvas.');
  const pen = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
  if (pen === null) throw new Error('Nothing can be drawn.');
  pen.drawImage(canvas, 0, 0);
  const left = Math.round(0.6 * canvas.width);
  const { data } = pen.getImageData(left, 0, canvas.width - left, Math.round(0.5 * canvas.height));
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    const [r = 0, g = 0, b = 0] = data.subarray(i, i + 3);
    if (Math.max(r, g, b) - Math.min(r, g, b) > 40) count += 1;
  }
  return count;
}

it('shows bars where parts have ended, and who counted how much', async () => {
  const screen = await render(PrimesPlot, { range: counted(0.5), heightPx: 240 });
  await expect.element(screen.getByRole('img', { name: /up to 1,000,000/ })).toBeVisible();
  await expect.element(screen.getByText(/worker 1 2[56] %/)).toBeVisible();
  expect(colours(screen.container)).toBe(0);
  await screen.rerender({ range: counted(1), heightPx: 240 });
  await expect.element(screen.getByText(/worker 1 (49|50|51) %/)).toBeVisible();
  await expect.poll(() => colours(screen.container)).toBeGreaterThan(500);
});
