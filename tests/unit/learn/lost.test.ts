import { expect, test } from 'vitest';
import { checkLost, turn } from '../../support/learn/check-lost.ts';
import { listenForLostHere } from '../../support/learn/lost.ts';

checkLost();

test('a handler that comes too late is heard too', async () => {
  const told: string[] = [];
  const off = listenForLostHere(
    (error) => told.push(`lost ${String(error)}`),
    (error) => told.push(`late ${String(error)}`),
  );
  const promise = Promise.reject(new Error('alone'));
  await turn();
  promise.catch(() => undefined);
  await turn();
  off();
  expect(told).toEqual(['lost Error: alone', 'late Error: alone']);
});
