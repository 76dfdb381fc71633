import type { Shell } from '../../ui/shell.svelte.ts';
import { settled } from './idle.ts';

/** Keeps the app for the next visit, once the page has come to rest. Vite's dev server has nothing to keep. */
export async function startOffline(shell: Shell): Promise<void> {
  if (import.meta.env.DEV) return;
  await settled();
  await shell.free();
  const [{ offline }, { keeping }] = await Promise.all([
    import('./offline.svelte.ts'),
    import('./lasting.svelte.ts'),
  ]);
  await Promise.all([offline.start(shell), keeping.start()]);
}
