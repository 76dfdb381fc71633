import { afterAll, describe, expect, test } from 'vitest';
import { createMachineClient } from '../../src/loop/machine-client.ts';
import { printedLines } from '../support/loop/printed-lines.ts';
import { runInFrame } from '../support/loop/run-in-frame.ts';
import { SNIPPETS } from '../support/loop/snippets.ts';

const machine = createMachineClient();

afterAll(() => machine.close());

describe.each([...SNIPPETS])('%s print in the order of this browser', (_subject, snippets) => {
  test.each(snippets)('$name', async ({ code }) => {
    const recording = await machine.record(code, []);
    expect(recording.end?.status).toBe('completed');
    const takes = recording.step(recording.length - 1).timeMs;
    expect(printedLines(recording)).toEqual(await runInFrame(code, takes));
  });
});
