import type { ArrivalOutcome } from './contract.ts';

/** What a notice says. */
export interface Words {
  readonly title: string;
  readonly sentence: string;
}

const CHOOSE = 'Choose them here instead: then nothing is copied, and any size will do.';

/** Why shared files did not arrive; `null`: they did. */
export const SHARE_PROBLEMS: Readonly<Record<ArrivalOutcome, Words | null>> = {
  '1': null,
  nothing: {
    title: 'Nothing was shared',
    sentence: 'The other app sent no file. Try again, or choose it here.',
  },
  'too-many': { title: 'Too many files at once', sentence: `At most 200 can be shared. ${CHOOSE}` },
  'too-large': { title: 'Too much at once', sentence: `At most 256 MiB can be shared. ${CHOOSE}` },
  'not-kept': {
    title: 'The shared files could not be kept',
    sentence: 'This device’s storage is full or closed to the page. Choose the files here instead.',
  },
};

export const GONE: Words = {
  title: 'The shared files are no longer here',
  sentence: 'They were taken already, or the browser cleared them. Share them again, or choose them here.',
};

export function unreadable(name: string): Words {
  return {
    title: `${name} could not be opened`,
    sentence: 'It was moved, changed or deleted, or this page may not read it. Choose it here.',
  };
}

export const NOT_LOADED: Words = {
  title: 'The files could not be opened',
  sentence: 'What the page needs for them could not be loaded. Go online once and try again.',
};

/** "photo.jpg", "3 files". */
export function nameOf(files: readonly File[]): string {
  const [first] = files;
  return files.length === 1 && first !== undefined ? first.name : `${String(files.length)} files`;
}
