import { expect, test } from 'vitest';
import { listenForLostHere } from './lost.ts';

/** A task of the loop: what is lost by then has been told. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Rejections that nobody handles, in the realm that calls this. */
export function checkLost(): void {
  test('a rejection without a handler is heard, and heard late when one comes', async () => {
    const told: string[] = [];
    const off = listenForLostHere(
      (error) => told.push(`lost ${String(error)}`),
      (error) => told.push(`late ${String(error)}`),
    );
    const lost = Promise.reject(new Error('alone'));
    const handled = Promise.reject(new Error('handled'));
    handled.catch(() => told.push('caught'));
    await turn();
    await turn();
    expect(told).toEqual(['caught', 'lost Error: alone']);
    lost.catch(() => undefined);
    await turn();
    await turn();
    expect(told).toEqual(['caught', 'lost Error: alone', 'late Error: alone']);
    off();
  });
}
