import { describe, expect, test } from 'vitest';
import { printedLines } from '../../support/loop/printed-lines.ts';
import { recordHere } from '../../support/loop/record-here.ts';
import { runInNode } from '../../support/loop/run-in-node.ts';
import { SNIPPETS } from '../../support/loop/snippets.ts';

describe.each([...SNIPPETS])('%s print in the order of Node', (_subject, snippets) => {
  test.each(snippets.filter(({ inNode }) => inNode))('$name', async ({ code }) => {
    expect(printedLines(recordHere(code))).toEqual(await runInNode(code));
  });
});

test('the set is large', () => {
  const all = [...SNIPPETS.values()].flat();
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(150);
});
