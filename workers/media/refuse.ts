import type { MediaError, Refusal, Size } from '../../src/pool/media-api.ts';

/** Bad news on its way out: thrown inside the worker, a plain value outside. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly error: MediaError) {
    super(error.sentence);
  }
}

function noMemory(size: Size): MediaError {
  const sentence = `${String(size.width)} × ${String(size.height)} is more than this browser gives to one page. Take a smaller size.`;
  return { code: 'too-large', title: 'There is not enough memory for this picture', sentence, bytes: null };
}

function noCanvas(): MediaError {
  const sentence =
    'It can’t draw in a worker (Chrome 69, Firefox 105 and Safari 16.4 can). Hash files and Mandelbrot still work.';
  return { code: 'not-supported', title: 'This browser can’t work on pictures', sentence, bytes: null };
}

/** Can this worker draw? Safari before 16.4 has no canvas here. */
function canDraw(): boolean {
  if (typeof createImageBitmap !== 'function' || typeof OffscreenCanvas !== 'function') return false;
  return new OffscreenCanvas(1, 1).getContext('2d') !== null;
}

/**
 * Does the work, and turns whatever goes wrong into a refusal. What we didn't foresee is a failed allocation
 * in practice: a canvas or a buffer of this size can't be had.
 */
export async function guarded<T>(size: Size, work: () => T | Promise<T>): Promise<T | Refusal> {
  try {
    if (!canDraw()) throw new Refused(noCanvas());
    return await work();
  } catch (cause) {
    return { ok: false, error: cause instanceof Refused ? cause.error : noMemory(size) };
  }
}
