import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { abortError, isAbort, onAbort, throwIfAborted } from '../../../src/async/abort.ts';
import { sleep } from '../../../src/async/sleep.ts';

describe('abort', () => {
  it('is told by name, whatever the class', () => {
    const plain = Object.assign(new Error('gone'), { name: 'AbortError' });
    expect([abortError(), plain, new Error('other'), 'AbortError', null].map(isAbort)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('throws an AbortError whatever the reason was', () => {
    expect(() => {
      throwIfAborted(AbortSignal.abort('a string'));
    }).toThrow(expect.objectContaining({ name: 'AbortError' }));
    throwIfAborted(undefined);
    throwIfAborted(new AbortController().signal);
  });

  it('calls a listener once, at once when it is too late, and never after it was taken away', () => {
    const late = vi.fn();
    onAbort(AbortSignal.abort(), late);
    expect(late).toHaveBeenCalledOnce();
    const controller = new AbortController();
    const kept = vi.fn();
    const dropped = vi.fn();
    onAbort(controller.signal, kept);
    onAbort(controller.signal, dropped)();
    controller.abort();
    expect(kept).toHaveBeenCalledOnce();
    expect(dropped).not.toHaveBeenCalled();
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('ends a sleep and leaves no listener', async () => {
    const controller = new AbortController();
    const long = sleep(3_600_000, controller.signal);
    controller.abort();
    await expect(long).rejects.toMatchObject({ name: 'AbortError' });
    const short = new AbortController();
    await sleep(0, short.signal);
    expect(getEventListeners(short.signal, 'abort')).toHaveLength(0);
  });
});
