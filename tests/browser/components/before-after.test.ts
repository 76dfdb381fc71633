import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import BeforeAfter from '../../../src/ui/BeforeAfter.svelte';
import '../../../src/ui/styles/tokens.css';

function plain(colour: string, width = 300, height = 200): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const ink = canvas.getContext('2d');
  if (ink === null) throw new Error('no canvas');
  ink.fillStyle = colour;
  ink.fillRect(0, 0, width, height);
  return canvas;
}

it('follows the keys from one end to the other', async () => {
  await render(BeforeAfter, { before: plain('red'), after: plain('blue'), label: 'Viaduct, blurred' });
  await expect.element(page.getByRole('img', { name: 'Viaduct, blurred' })).toBeInTheDocument();
  const slider = page.getByRole('slider', { name: 'Before and after' });
  const clips = () =>
    [...document.querySelectorAll('canvas')].map((canvas) =>
      canvas.style.clipPath.replaceAll(/0%|0px/g, '0'),
    );
  await expect.element(slider).toHaveAttribute('aria-valuetext', '50 % before');

  await userEvent.tab();
  expect(document.activeElement).toBe(slider.element());
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', '51 % before');
  expect(clips()).toEqual(['inset(0 49% 0 0)', 'inset(0 0 0 51%)']);
  await userEvent.keyboard('{Home}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', '0 % before');
  await userEvent.keyboard('{End}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', '100 % before');
  await expect.element(page.getByText('after', { exact: true })).not.toBeVisible();
});

it('shows a panorama no wider than its place', async () => {
  const wide = plain('red', 2000, 1);
  const screen = await render(BeforeAfter, {
    before: wide,
    after: plain('blue', 2000, 1),
    label: 'Panorama',
  });
  const slider = screen.getByRole('slider', { name: 'Before and after' });
  await expect.element(slider).toBeVisible();
  const box = slider.element().getBoundingClientRect();
  expect(box.width).toBeLessThanOrEqual(document.documentElement.clientWidth);
  expect(box.height).toBeGreaterThan(40);
});
