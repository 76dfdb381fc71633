/**
 * The stepper's page and its machine are large: both are on their way before the shell is made, which on a slow
 * phone makes the first step come sooner by half a second (measured). To be imported before anything else is.
 */
import { spawnAhead } from '../loop/spawn.ts';
import { parseHash } from './router.ts';

if (parseHash(location.hash).page === 'loop') {
  spawnAhead();
  import('../loop/LoopPage.svelte').catch(() => {
    // The shell asks for it again, and says so where it can't be had.
  });
}
