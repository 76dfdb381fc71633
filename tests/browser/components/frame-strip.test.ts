import { expect, it, onTestFinished } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FrameStrip from '../../../src/ui/charts/FrameStrip.svelte';
import { slotsOfCells } from '../../../src/ui/charts/strip-layout.ts';
import type { RunView } from '../../../src/lab/run/run-view.ts';
import '../../../src/ui/styles/tokens.css';
import { blockingView, INTERVAL_MS, poolView } from '../../support/run-views.ts';

function strip(view: RunView, mode: 'row' | 'wrapped') {
  const { strategy, wallMs } = view;
  const slots = slotsOfCells(view.cells, INTERVAL_MS);
  return render(FrameStrip, { slots, strategy, wallMs, axisMs: 2200, mode, label: strategy });
}

function pixels(container: HTMLElement): Uint8ClampedArray {
  const canvas = container.querySelector('canvas');
  if (canvas === null) throw new Error('There is no canvas.');
  const ink = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
  if (ink === null) throw new Error('Nothing can be drawn.');
  ink.drawImage(canvas, 0, 0);
  return ink.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** How many pixels of the strip's canvas are painted. */
function painted(container: HTMLElement): number {
  return pixels(container).filter((value, i) => i % 4 === 3 && value > 0).length;
}

/** How many pixels have the pool's colour in the theme that the page has now. */
function inPoolColour(container: HTMLElement): number {
  const probe = document.createElement('i');
  probe.style.color = 'var(--pool)';
  document.body.append(probe);
  const [red, green, blue] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
  probe.remove();
  const data = pixels(container);
  return data.filter(
    (_, i) => i % 4 === 0 && data[i] === red && data[i + 1] === green && data[i + 2] === blue,
  ).length;
}

it.each(['row', 'wrapped'] as const)('tells the lost frames in words, and paints them (%s)', async (mode) => {
  const view = blockingView();
  const screen = await strip(view, mode);
  const lost = view.cells.filter(({ kind }) => kind === 'lost').length;
  expect(lost).toBeGreaterThan(100);
  const words = `blocking: ${String(lost)} lost in a row, run ended after 2.04 s`;
  await expect.element(screen.getByRole('img', { name: words })).toBeVisible();
  await expect.poll(() => painted(screen.container)).toBeGreaterThan(100);
});

it('says of a run without a gap that none was lost', async () => {
  const screen = await strip(poolView(), 'row');
  await expect
    .element(screen.getByRole('img', { name: /^pool: none lost, run ended after 0.50 s$/ }))
    .toBeVisible();
  await expect.poll(() => painted(screen.container)).toBeGreaterThan(100);
});

it('is painted in the colours of the page’s theme, though that was switched while no chart was on the page', async () => {
  const root = document.documentElement;
  onTestFinished(() => {
    delete root.dataset['theme'];
  });
  for (const theme of ['light', 'dark']) {
    root.dataset['theme'] = theme;
    const screen = await strip(poolView(), 'row');
    await expect.poll(() => painted(screen.container)).toBeGreaterThan(100);
    expect(inPoolColour(screen.container), theme).toBeGreaterThan(100);
    await screen.unmount();
  }
});
