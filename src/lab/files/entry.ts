import type { CatalogEntry } from '../model/catalog.ts';

export const hashEntry: CatalogEntry = {
  id: 'hash',
  input: 'files',
  sizes: ['50x1mib', '200x1mib', '400x1mib', '1x256mib'],
  fields: [
    {
      kind: 'choice',
      name: 'algorithm',
      label: 'Algorithm',
      choices: [
        { value: 'sha256', label: 'SHA-256' },
        { value: 'blake3', label: 'BLAKE3' },
      ],
    },
  ],
  load: { name: 'files', min: 20, max: 512, initial: 200 },
  about: 'A digest of every file, to check that it is unchanged.',
};
