import { hashStates, otherStates, ownPanels, pictureStates } from '../support/e2e/accessible-states.ts';
import { withAxe } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test.beforeEach(({ page }) => withAxe(page));

    test('pictures: no violation in any state', ({ lab }) => pictureStates(lab));
    test('hash: no violation in any state', ({ lab }, info) => hashStates(lab, info));
    test('primes, JSON and passwords: no violation', ({ lab }) => ownPanels(lab));
    test('mandelbrot and the other pages: no violation', ({ lab }) => otherStates(lab));
  });
}
