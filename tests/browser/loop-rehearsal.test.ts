import { afterAll, expect, test } from 'vitest';
import { createMachineClient, type MachineClient } from '../../src/loop/machine-client.ts';
import { rehearse } from '../../src/loop/rehearsal/rehearse.ts';
import { printedLines } from '../support/loop/printed-lines.ts';

const real = createMachineClient();

afterAll(() => real.close());

/** The real machine, and how often it was asked to rehearse. */
function counted(): { machine: MachineClient; rehearsed: () => number } {
  let times = 0;
  const machine: MachineClient = {
    record: (...run) => real.record(...run),
    rehearse: (code) => {
      times += 1;
      return real.rehearse(code);
    },
    warmUp: () => {
      real.warmUp();
    },
    close: () => undefined,
  };
  return { machine, rehearsed: () => times };
}

test('a rehearsal runs once through everything, and leaves nothing: no element, no address, a machine that is free', async () => {
  const { machine, rehearsed } = counted();
  const page = (): string => `${location.href} ${document.body.innerHTML}`;
  const before = page();
  let looks = 0;
  await rehearse(machine, true, () => {
    looks += 1;
    return false;
  });
  expect(rehearsed()).toBe(1);
  expect(looks).toBeGreaterThan(20);
  expect(page()).toBe(before);
  expect(printedLines(await machine.record('console.log("then")', []))).toEqual(['then']);
});

test('where somebody has begun there is none', async () => {
  const { machine, rehearsed } = counted();
  await rehearse(machine, false, () => true);
  expect(rehearsed()).toBe(0);
});
