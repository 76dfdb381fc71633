import { expect, it } from 'vitest';
import { partOutput } from '../../../src/strategies/part-output.ts';

it('a part’s bytes are found wherever the output begins', () => {
  const output = Uint8Array.from({ length: 64 }, (_, i) => i).buffer;
  const part = { output: { start: 4, end: 7 } };
  expect([...partOutput({ output }, part)]).toEqual([4, 5, 6]);
  expect([...partOutput({ output, outputStart: 32 }, part)]).toEqual([36, 37, 38]);
});
