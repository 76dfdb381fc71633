import { isPicture } from '../../tasks/image/picture-type.ts';
import { openBatch } from '../batch/open-batch.ts';
import type { Lab } from '../lab.svelte.ts';
import { entryOf, needTask } from '../model/catalog.ts';

/**
 * Takes files as if they were chosen on the page: a picture for the picture task that is open (else the blur),
 * several for the image batch, anything else to be hashed. Only while nothing runs. Rejects where what a task needs
 * can't be loaded.
 */
export async function takeFiles(lab: Lab, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first !== undefined && files.every(isPicture)) {
    if (files.length > 1) return openBatch(lab, files);
    const open = entryOf(lab.options.task).input === 'picture';
    lab.setOptions({ ...(!open && { task: 'blur', params: {} }), size: null }, [first]);
    return;
  }
  const [{ filesDeskOf }] = await Promise.all([import('../files/desk.svelte.ts'), needTask('hash')]);
  if (lab.options.task !== 'hash') lab.setOptions({ task: 'hash', size: null, params: {} });
  await filesDeskOf(lab).take(files.map((file) => ({ file, path: file.name })));
}
