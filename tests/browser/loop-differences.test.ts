/** What the page names as a difference is one: should a browser go by the rules one day, the words must go. */
import { afterAll, expect, test } from 'vitest';
import { createMachineClient } from '../../src/loop/machine-client.ts';
import { printedLines } from '../support/loop/printed-lines.ts';
import { runInFrame } from '../support/loop/run-in-frame.ts';

const machine = createMachineClient();

afterAll(() => machine.close());

const RETURNED = `async function* outer() {
  try { yield* inner(); } catch (reason) { console.log('thrown into it', reason); }
}
async function* inner() { yield 1; yield 2; }
(async () => {
  const it = outer();
  await it.next();
  const reply = await it.return(Promise.reject('no'));
  console.log(String(reply.value), reply.done);
})();`;

test('a rejected promise given to return() during yield*', async () => {
  const recording = await machine.record(RETURNED, []);
  expect(recording.differences.map(({ code }) => code)).toEqual(['rejected-return']);
  expect(printedLines(recording)).toEqual(['thrown into it no', 'undefined true']);
  expect(await runInFrame(RETURNED, 0)).toEqual(['2 false']);
});
