import type { TaskId } from '../../tasks/ids.ts';

/** The tasks by what is worked on, as one chooses among them; in the order of `TASK_IDS`. */
export const TASK_GROUPS: Readonly<Record<string, readonly TaskId[]>> = {
  Pictures: ['blur', 'edges', 'denoise', 'image-batch', 'mandelbrot', 'path-tracer'],
  Numbers: ['primes', 'sort'],
  Data: ['hash', 'json'],
  Cryptography: ['proof-of-work', 'password-hash'],
};
