import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { LINT } from '../../../src/learn/lessons/forgotten-await/lint.ts';

test('the linter says of the forgotten lines what the lesson says that it says', async () => {
  const eslint = new ESLint({ allowInlineConfig: false });
  const [file] = await eslint.lintFiles(['src/learn/lessons/forgotten-await/program.ts']);
  const found = file?.messages.filter(({ ruleId }) => ruleId === LINT.rule) ?? [];
  const lines = file?.source?.split('\n') ?? [];
  const marked = found.map(({ line }) => lines[line - 1]?.replace(/\/\/.*/, '').trim());
  expect(marked).toEqual(LINT.lines);
  expect(new Set(found.map(({ message }) => message))).toEqual(new Set([LINT.says]));
});
