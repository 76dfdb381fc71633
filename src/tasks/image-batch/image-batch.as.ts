/** All that a photo may go through, in one module: what image-batch-twin.ts calls. Blur and denoise pad rows alike. */
export { sumRow, addRow, writeRow } from './shrink.as';
export * from '../image/blur.as';
export { medianRow3, splitRow, scratchBytes5, medianRow5 } from '../image/denoise.as';
export * from '../image/edges.as';
