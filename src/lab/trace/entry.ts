import type { CatalogEntry } from '../model/catalog.ts';

export const traceEntry: CatalogEntry = {
  id: 'path-tracer',
  input: 'none',
  sizes: ['320x240', '480x360', '640x480', '960x720'],
  fields: [
    {
      kind: 'choice',
      name: 'scene',
      label: 'Scene',
      choices: [
        { value: 'marbles', label: 'Marbles' },
        { value: 'lanterns', label: 'Lanterns' },
        { value: 'pyramid', label: 'Pyramid' },
      ],
    },
    { kind: 'range', name: 'samples', label: 'Samples a pixel', min: 1, max: 256, step: 1 },
  ],
  load: { name: 'samples', min: 2, max: 256, initial: 4 },
  about: 'Light is followed backwards from the eye: each sample makes the picture less grainy.',
};
