import { beforeAll, describe, expect, test } from 'vitest';
import { printedLines } from '../../support/loop/printed-lines.ts';
import { recordHere } from '../../support/loop/record-here.ts';
import { startInNode } from '../../support/loop/run-in-node.ts';
import { SNIPPETS } from '../../support/loop/snippets.ts';

describe.each([...SNIPPETS])('%s print in the order of Node', (_subject, snippets) => {
  const both = snippets.filter(({ inNode }) => inNode).map((snippet, index) => ({ ...snippet, index }));
  let native: ReturnType<typeof startInNode> = [];

  beforeAll(() => {
    native = startInNode(both.map(({ code }) => code));
  });

  test.each(both)('$name', async ({ code, index }) => {
    expect(printedLines(recordHere(code))).toEqual(await native[index]);
  });
});

test('the set is large', () => {
  const all = [...SNIPPETS.values()].flat();
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(150);
});
