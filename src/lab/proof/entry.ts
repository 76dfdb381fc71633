import type { ProofParams } from '../../tasks/proof-of-work/info.ts';
import { formatPlural } from '../../ui/format.ts';
import type { CatalogEntry } from '../model/catalog.ts';

const bitsOf = (size: string): string => size.replace('bit', '');

const zeroBits = (bits: number): string => `${String(bits)} zero bits`;

export const proofEntry: CatalogEntry = {
  id: 'proof-of-work',
  input: 'none',
  sizes: ['16bit', '18bit', '20bit', '22bit', '24bit'],
  sizeParams: (size) => ({ difficulty: bitsOf(size) }),
  sizeLabel: (size) => zeroBits(Number(bitsOf(size))),
  amount: (params) => {
    const { difficulty, find } = params as ProofParams;
    return find === 1 ? zeroBits(difficulty) : `${formatPlural(find, 'nonce')} of ${zeroBits(difficulty)}`;
  },
  thing: 'search',
  fields: [
    { kind: 'text', name: 'text', label: 'Text' },
    { kind: 'range', name: 'difficulty', label: 'Difficulty', min: 1, max: 26, step: 1, unit: 'zero bits' },
    { kind: 'range', name: 'find', label: 'Find', min: 1, max: 16, step: 1, unit: 'nonces' },
  ],
  load: { name: 'difficulty', min: 10, max: 26, initial: 17, doubles: true, words: zeroBits },
  about: 'The first number that, put behind a text, makes its SHA-256 begin with zeros.',
};
