import type { CatalogEntry } from '../model/catalog.ts';
import { parseFileSize } from '../model/file-size.ts';

export const jsonEntry: CatalogEntry = {
  id: 'json',
  input: 'json',
  sizes: ['1x2mib', '1x10mib', '1x40mib', '1x100mib'],
  fields: [],
  // In MiB of the document that this page makes.
  load: { name: 'mebibytes', min: 4, max: 40, initial: 4, digits: 1 },
  about: 'Parses a document and summarises it.',
  thing: 'document',
  sizeLabel: (size) => `${String((parseFileSize(size)?.bytes ?? 0) / (1 << 20))} MiB`,
  takesSize: (size) => {
    const found = parseFileSize(size);
    return found?.count === 1 && found.bytes >= LEAST_BYTES && found.bytes <= MOST_BYTES;
  },
};

const LEAST_BYTES = 4096;
const MOST_BYTES = 256 << 20;
