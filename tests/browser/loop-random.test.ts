import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createMachineClient } from '../../src/loop/machine-client.ts';
import { printedLines } from '../support/loop/printed-lines.ts';
import { randomProgram } from '../support/loop/random-programs.ts';
import { runInFrame } from '../support/loop/run-in-frame.ts';

const machine = createMachineClient();

afterAll(() => machine.close());

test('programs made at random print in the order of this browser', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(randomProgram, async (code) => {
      const recording = await machine.record(code, []);
      expect(recording.end?.status).toBe('completed');
      const takes = recording.step(recording.length - 1).timeMs;
      expect(printedLines(recording)).toEqual(await runInFrame(code, takes));
    }),
    { numRuns: 60, seed: 6 },
  );
});
