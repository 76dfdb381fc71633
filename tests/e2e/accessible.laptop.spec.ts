import { hashStates, otherStates, ownPanels, pictureStates } from '../support/e2e/accessible-states.ts';
import { violationsInBoth, withAxe } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/test.ts';

// A colour on its way to another one has any contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

// Each state in the light and in the dark.
test.beforeEach(({ page }) => withAxe(page));

test('pictures: no violation in any state', ({ lab }) => pictureStates(lab, violationsInBoth));
test('hash: no violation in any state', ({ lab }, info) => hashStates(lab, info, violationsInBoth));
test('primes, JSON and passwords: no violation', ({ lab }) => ownPanels(lab, violationsInBoth));
test('mandelbrot and the other pages: no violation', ({ lab }) => otherStates(lab, violationsInBoth));
