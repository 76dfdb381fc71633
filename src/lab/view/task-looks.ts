/** What each task does, in one line, and its sign. Shown, not needed: a first visit gets it when the page is free. */
import type { TaskId } from '../../tasks/ids.ts';
import type { IconShape } from '../../ui/icons.ts';

export interface TaskLook {
  readonly does: string;
  readonly icon: IconShape;
}

/**
 * Own drawings, on the grid of the other icons. Three equal columns or rows would be a strategy's sign: none here.
 */
export const TASK_LOOKS: Readonly<Record<TaskId, TaskLook>> = {
  blur: {
    does: 'Softens your photo',
    icon: { line: 'M12 3.5C16 8.5 18.5 11.5 18.5 15a6.5 6.5 0 0 1-13 0c0-3.5 2.5-6.5 6.5-11.5z' },
  },
  edges: {
    does: 'Finds its outlines',
    icon: { line: 'M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5M6.5 17l5-9.5 3 5.5 1.5-2.5 3 6.5' },
  },
  denoise: {
    does: 'Takes the grain out',
    icon: {
      line: 'M3 4h18v16H3zM12 4v16',
      fill: 'M5 7h2v2H5zM8 10h2v2H8zM5 12h2v2H5zM8 15h2v2H8zM9 6h1.5v1.5H9z',
    },
  },
  'image-batch': {
    does: 'Many photos, one ZIP',
    icon: { line: 'M7 7V3h14v13h-4M3 7h14v14H3zM3.5 19l4-5 3 3.5 2-2 4 4.5' },
  },
  mandelbrot: {
    does: 'A fractal to explore',
    icon: {
      fill: 'M17 12c3-4 .5-7.5-3-7.5-3.7 0-6.5 3.4-6.5 7.5s2.8 7.5 6.5 7.5c3.5 0 6-3.5 3-7.5zM5 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM0 11h2.5v2H0zM12.5 .7a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM12.5 19.3a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
    },
  },
  'path-tracer': {
    does: 'Glass and metal by light',
    icon: {
      line: 'M14.5 7.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM2 21.5h20M2 2l8 7.2',
      fill: 'M11.5 10.5h3v3h-3z',
    },
  },
  primes: {
    does: 'Sieves and counts them',
    icon: {
      fill: 'M10 3h4v4h-4zM17 3h4v4h-4zM10 10h4v4h-4zM3 17h4v4H3zM4.2 4.2h1.6v1.6H4.2zM4.2 11.2h1.6v1.6H4.2zM18.2 11.2h1.6v1.6h-1.6zM11.2 18.2h1.6v1.6h-1.6zM18.2 18.2h1.6v1.6h-1.6z',
    },
  },
  sort: { does: 'Merges millions', icon: { fill: 'M3 16h3v5H3zM8 12h3v9H8zM13 8h3v13h-3zM18 3h3v18h-3z' } },
  hash: { does: 'Checks your files', icon: { line: 'M9 3L7 21M17 3l-2 18M4 8.5h17M3 15.5h17' } },
  json: {
    does: 'Parses a document',
    icon: { line: 'M9.5 4H6.5v6L4 12l2.5 2v6h3M14.5 4h3v6l2.5 2-2.5 2v6h-3' },
  },
  'proof-of-work': { does: 'Mines for zero bits', icon: { line: 'M4 20L16 8M8 4.5c7 0 11.5 4.5 11.5 11.5' } },
  'password-hash': {
    does: 'Tries candidates',
    icon: { line: 'M8 11.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM11.5 12.5L20.5 3.5M16.5 7.5L20 11' },
  },
};
