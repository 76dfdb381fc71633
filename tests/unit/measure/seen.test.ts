import { expect, it } from 'vitest';
import { untilSeen } from '../../../src/measure/seen.ts';
import { FakePage } from './fake-page.ts';

it('does not wait where the page is seen', async () => {
  const page = new FakePage();
  await untilSeen(page);
  expect(page.waiting.listeners).toBe(0);
});

it('waits for a page in the background until it is back', async () => {
  const page = new FakePage();
  page.hide(true);
  let seen = false;
  const waiting = untilSeen(page).then(() => (seen = true));
  page.hide(true);
  await Promise.resolve();
  expect(seen).toBe(false);
  page.hide(false);
  await waiting;
  expect(page.waiting.listeners).toBe(0);
});

it('hears an abort, before and while it waits', async () => {
  const page = new FakePage();
  page.hide(true);
  await expect(untilSeen(page, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  const abort = new AbortController();
  const waiting = untilSeen(page, abort.signal);
  abort.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  expect(page.waiting.listeners).toBe(0);
});
