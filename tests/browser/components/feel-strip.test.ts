import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { FeelTarget } from '../../../src/lab/feel.ts';
import FeelStrip from '../../../src/ui/FeelStrip.svelte';
import '../../../src/ui/styles/tokens.css';
import '../../../src/ui/styles/fonts.css';
import '../../../src/ui/styles/base.css';

/** The strip of a phone so wide, in a run whose longest freeze is `ms`. */
async function strip(width: number, ms: number) {
  await page.viewport(width, 640);
  const screen = await render(FeelStrip, {
    strategy: 'blocking',
    expanded: true,
    onTap: () => undefined,
    tapText: 'waits 4 ms',
  });
  const feel = screen.component as unknown as FeelTarget;
  feel.setFreeze(ms);
  feel.frame(1000, 17, 17);
  return screen;
}

it.each([
  [320, 17],
  [320, 2117],
  [320, 12_345],
  [360, 2117],
  [360, 12_345],
])('on %i px, %i ms stand beside the tap target and not over it', async (width, ms) => {
  const screen = await strip(width, ms);
  const figure = screen.getByText(ms.toLocaleString('en-GB'), { exact: true });
  const unit = screen.getByText('ms', { exact: true });
  await expect.element(figure).toBeVisible();
  await document.fonts.ready;
  const tap = screen.getByRole('button').element().getBoundingClientRect();
  expect(unit.element().getBoundingClientRect().right).toBeLessThanOrEqual(tap.left);
  expect(tap.right).toBeLessThanOrEqual(width - 16);
});
