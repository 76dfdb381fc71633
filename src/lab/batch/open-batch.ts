import type { Lab } from '../lab.svelte.ts';
import { needTask } from '../model/catalog.ts';

/** Opens the image batch with all of these photos. Rejects where what is known of it can't be loaded. */
export async function openBatch(lab: Lab, photos: readonly File[]): Promise<void> {
  await needTask('image-batch');
  lab.setOptions({ task: 'image-batch', size: null, params: {} }, [...photos]);
}
