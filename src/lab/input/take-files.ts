import { isPicture } from '../../tasks/image/picture-type.ts';
import type { Lab } from '../lab.svelte.ts';
import { entryOf, needTask } from '../model/catalog.ts';

/** What became of files that came from outside the page. */
export interface Taken {
  readonly as: 'picture' | 'files';
  /** Pictures that were left out: the lab works on one at a time. */
  readonly leftOut: number;
}

/**
 * Takes files as if they were chosen on the page: pictures for the picture task that is open (else the blur),
 * anything else to be hashed. Only while nothing runs.
 */
export async function takeFiles(lab: Lab, files: readonly File[]): Promise<Taken> {
  const [first] = files;
  if (first !== undefined && files.every(isPicture)) {
    const open = entryOf(lab.options.task).input === 'picture';
    lab.setOptions({ ...(!open && { task: 'blur', params: {} }), size: null }, [first]);
    return { as: 'picture', leftOut: files.length - 1 };
  }
  const [{ filesDeskOf }] = await Promise.all([import('../files/desk.svelte.ts'), needTask('hash')]);
  if (lab.options.task !== 'hash') lab.setOptions({ task: 'hash', size: null, params: {} });
  await filesDeskOf(lab).take(files.map((file) => ({ file, path: file.name })));
  return { as: 'files', leftOut: 0 };
}
