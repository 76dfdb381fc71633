import { hashStates, otherStates, pictureStates } from '../support/e2e/accessible-states.ts';
import { violations, withAxe } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/test.ts';

// A colour on its way to another one has any contrast.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

// Dark and light differ by colours alone, and those are the laptop's: once is enough here.
test.beforeEach(({ page }) => withAxe(page));

test('pictures: no violation in any state', ({ lab }) => pictureStates(lab, violations));
test('hash: no violation in any state', ({ lab }, info) => hashStates(lab, info, violations));
test('mandelbrot and the other pages: no violation', ({ lab }) => otherStates(lab, violations));
