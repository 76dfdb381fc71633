import { expect, test } from 'vitest';
import { listenForLostHere } from './lost.ts';

/** A task of the loop: what is lost by then has been told. */
export const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Rejections that nobody handles, in the realm that calls this. */
export function checkLost(): void {
  test('a rejection without a handler is heard, a handled one isn’t', async () => {
    const told: string[] = [];
    const off = listenForLostHere(
      (error) => told.push(`lost ${String(error)}`),
      () => undefined,
    );
    const promises = [Promise.reject(new Error('alone')), Promise.reject(new Error('handled'))];
    promises[1]?.catch(() => told.push('caught'));
    await turn();
    await turn();
    off();
    expect(told).toEqual(['caught', 'lost Error: alone']);
  });
}
