import { describe, expect, test } from 'vitest';
import { Shell } from '../../../src/ui/shell.svelte.ts';

describe('what may not be disturbed', () => {
  test('is over when everybody has let go, each once', () => {
    const shell = new Shell();
    const [first, second] = [shell.hold(), shell.hold()];
    first();
    first();
    expect(shell.busy).toBe(true);
    second();
    expect(shell.busy).toBe(false);
  });

  test('is waited for, also where something new begins at once', async () => {
    const shell = new Shell();
    const order: string[] = [];
    const first = shell.hold();
    const free = shell.free().then(() => order.push('free'));
    first();
    const second = shell.hold();
    await Promise.resolve();
    await Promise.resolve();
    order.push('second ends');
    second();
    await free;
    expect(order).toEqual(['second ends', 'free']);
  });

  test('where nothing runs nobody waits', async () => {
    await expect(new Shell().free()).resolves.toBeUndefined();
  });
});
