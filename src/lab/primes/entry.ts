import { formatCount } from '../../ui/format.ts';
import type { CatalogEntry } from '../model/catalog.ts';

export const primesEntry: CatalogEntry = {
  id: 'primes',
  input: 'none',
  sizes: ['10000000', '100000000', '1000000000'],
  fields: [{ kind: 'range', name: 'limit', label: 'Primes up to', min: 100, max: 1e10, step: 1 }],
  load: { name: 'limit', min: 1e7, max: 1e10, initial: 3e8, digits: 2 },
  about: 'How many primes and twin primes there are, by a sieve.',
  thing: 'range',
  sizeLabel: (size) => `up to ${formatCount(Number(size))}`,
  sizeParams: (limit) => ({ limit }),
  amount: (params) => `up to ${formatCount((params as { limit: number }).limit)}`,
};
