import type { SortParams } from '../../tasks/sort/info.ts';
import type { CatalogEntry } from '../model/catalog.ts';
import { numbersInWords } from './count.ts';

const MILLION = 1_000_000;

/** Two rows of the numbers: 128 MB for 16 million, which a phone of little memory hasn't got to spare. */
function mostNumbers(): number {
  const page = (globalThis as { navigator?: { deviceMemory?: number } }).navigator;
  return (page?.deviceMemory ?? 8) <= 4 ? 4 * MILLION : 16 * MILLION;
}

export const sortEntry: CatalogEntry = {
  id: 'sort',
  input: 'none',
  sizes: ['1m', '2m', '4m', '8m', '16m'],
  sizeParams: (size) => ({ count: String(Number(size.replace('m', '')) * MILLION) }),
  sizeLabel: (size) => numbersInWords(Number(size.replace('m', '')) * MILLION),
  amount: (params) => numbersInWords((params as SortParams).count),
  thing: 'sort',
  fields: [
    { kind: 'range', name: 'count', label: 'Numbers', min: 1000, max: 16 * MILLION, step: 1000 },
    {
      kind: 'choice',
      name: 'order',
      label: 'Order',
      choices: [
        { value: 'random', label: 'Random' },
        { value: 'nearly', label: 'Nearly sorted' },
        { value: 'reversed', label: 'Reversed' },
      ],
    },
    {
      kind: 'choice',
      name: 'merges',
      label: 'Merges',
      choices: [
        { value: 'cut', label: 'Cut' },
        { value: 'whole', label: 'Whole' },
      ],
    },
    { kind: 'range', name: 'seed', label: 'Seed', min: 0, max: 2 ** 31 - 1, step: 1 },
  ],
  load: {
    name: 'count',
    min: 100_000,
    max: mostNumbers(),
    initial: MILLION,
    step: 100_000,
    words: numbersInWords,
  },
  about: 'A merge sort in stages: at the end of each, all threads wait for the last.',
};
