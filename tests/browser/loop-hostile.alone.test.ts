import { afterAll, expect, test } from 'vitest';
import { createMachineClient } from '../../src/loop/machine-client.ts';
import { endWords } from '../../src/loop/words/end-words.ts';
import { printedLines } from '../support/loop/printed-lines.ts';

const machine = createMachineClient();

afterAll(() => machine.close());

/** One call in it takes for ever, so that only ending the worker helps; or the loop itself does. */
test.each([
  ['an empty loop', 'console.log("before");\nwhile (true);', 2],
  ['while(true) await 0', 'console.log("before");\n(async () => { while (true) await 0; })();', 2],
  [
    'a million promises',
    'console.log("before");\nfor (let i = 0; i < 1e6; i++) Promise.resolve(i).then(() => {});',
    2,
  ],
  ['a huge string', 'console.log("before");\n"x".repeat(2 ** 29).split("");', 2],
  ['a huge list', 'console.log("before");\nnew Array(1e9).fill(0);', 2],
  [
    'a regular expression that backtracks',
    'console.log("before");\n/^(a+)+$/.test("a".repeat(40) + "b");',
    2,
  ],
])('%s ends in a clear sentence, and the next run works', async (_name, code, line) => {
  const recording = await machine.record(code, []);
  const { end } = recording;
  expect(['limit', 'timed-out']).toContain(end?.status);
  expect(printedLines(recording)).toEqual(['before']);
  expect(end !== null && 'place' in end ? end.place?.line : null).toBe(line);
  expect(end === null ? '' : endWords(end, recording.length)?.text).toMatch(/stopped/);
  expect(printedLines(await machine.record('console.log("after")', []))).toEqual(['after']);
});
