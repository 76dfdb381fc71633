import { hashStates, otherStates, pictureStates } from '../support/e2e/accessible-states.ts';
import { withAxe } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/test.ts';

// Dark and light differ by colours alone, and those are the laptop's: once is enough here.
test.beforeEach(({ page }) => withAxe(page));

test('pictures: no violation in any state', ({ lab }) => pictureStates(lab));
test('hash: no violation in any state', ({ lab }, info) => hashStates(lab, info));
test('mandelbrot and the other pages: no violation', ({ lab }) => otherStates(lab));
