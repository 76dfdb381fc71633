import type { CatalogEntry } from '../model/catalog.ts';

export const batchEntry: CatalogEntry = {
  id: 'image-batch',
  input: 'photos',
  sizes: ['6x1mp', '12x1mp', '24x1mp'],
  fields: [
    { kind: 'range', name: 'fit', label: 'Longest side', min: 256, max: 2048, step: 128, unit: 'px' },
    {
      kind: 'choice',
      name: 'filters',
      label: 'Filters',
      choices: [
        { value: 'none', label: 'Fit only' },
        { value: 'denoise', label: 'Denoise' },
        { value: 'blur', label: 'Blur' },
        { value: 'edges', label: 'Edges' },
        { value: 'denoise+edges', label: 'Denoise, edges' },
        { value: 'denoise+blur', label: 'Denoise, blur' },
        { value: 'denoise+blur+edges', label: 'All three' },
      ],
    },
    { kind: 'range', name: 'sigma', label: 'Sigma of the blur', min: 1, max: 20, step: 1, unit: 'px' },
  ],
  load: { name: 'fit', min: 256, max: 2048, initial: 1024 },
  about: 'Many photos, each made to fit and filtered: one part a photo.',
};
