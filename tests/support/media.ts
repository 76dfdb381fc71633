import { releaseProxy, wrap } from 'comlink';
import { afterAll, expect } from 'vitest';
import type { Decoded, MediaApi, MediaError, Outcome, Pixels } from '../../src/pool/media-api.ts';

/** The real media worker, for the tests of one file; it ends with them. */
export function startMedia(): MediaApi {
  const worker = new Worker(new URL('../../workers/media.worker.ts', import.meta.url), { type: 'module' });
  const proxy = wrap<MediaApi>(worker);
  afterAll(() => {
    proxy[releaseProxy]();
    worker.terminate();
  });
  return proxy;
}

const ROOMY = { maxPixels: 30e6 };

export function decode(media: MediaApi, file: Uint8Array<ArrayBuffer> | Blob): Promise<Outcome<Decoded>> {
  return media.decode(file instanceof Blob ? file : new Blob([file]), 'it.png', ROOMY, false);
}

/** The good answer, or the test fails with the sentence that came instead. */
export function good<T extends { readonly ok: boolean }>(result: T): Extract<T, { readonly ok: true }> {
  if (!result.ok) throw new Error((result as unknown as { error: MediaError }).error.sentence);
  return result as Extract<T, { readonly ok: true }>;
}

/** The refusal; its sentence must read like one. */
export function refusal(result: { readonly ok: boolean }): MediaError {
  expect(result.ok).toBe(false);
  const { error } = result as unknown as { readonly error: MediaError };
  expect(error.sentence).toMatch(/^[A-Z].*\.$/);
  return error;
}

/** The colour at a place, as [red, green, blue, alpha]. */
export function pixelAt(pixels: Pixels, width: number, x: number, y: number): number[] {
  return [...new Uint8Array(pixels, (y * width + x) * 4, 4)];
}

/** Byte for byte the same? (`toEqual` takes seconds for a picture.) */
export function sameBytes(one: Pixels | Uint8Array, other: Pixels | Uint8Array): boolean {
  const a = one instanceof Uint8Array ? one : new Uint8Array(one);
  const b = other instanceof Uint8Array ? other : new Uint8Array(other);
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
