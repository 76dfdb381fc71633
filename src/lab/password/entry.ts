import type { CatalogEntry } from '../model/catalog.ts';

export const passwordEntry: CatalogEntry = {
  id: 'password-hash',
  input: 'words',
  sizes: ['16', '64', '256'],
  fields: [{ kind: 'range', name: 'iterations', label: 'Iterations', min: 1, max: 2_000_000, step: 1 }],
  load: { name: 'iterations', min: 1000, max: 2_000_000, initial: 4000, digits: 2 },
  about: 'PBKDF2 of many candidates: which one gives the key?',
  thing: 'list',
  sizeLabel: (size) => `${size} candidates`,
};
