import { expect, test, vi } from 'vitest';
import { within } from '../../../scripts/lib/within.mjs';

test('passes on what the work comes to', async () => {
  await expect(within(1000, () => Promise.resolve('done'))).resolves.toBe('done');
  await expect(within(1000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

test('gives up on work that never ends, at its limit and not before, and leaves no timer behind', async () => {
  vi.useFakeTimers();
  try {
    let said = '';
    const waiting = within(2000, () => new Promise(() => undefined)).catch((error: unknown) => {
      said = String(error);
    });
    await vi.advanceTimersByTimeAsync(1999);
    expect(said).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(said).toBe('Error: Not done after 2 s.');
    await within(2000, () => Promise.resolve());
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
