import { expect, test } from 'vitest';
import { readProgram } from '../../../scripts/vite/program/read.ts';
import { stripTypes } from '../../../scripts/vite/program/strip.ts';
import { tokenLines } from '../../../scripts/vite/program/tokens.ts';

const SOURCE = `import type { World } from './world.ts';
import { isAbort } from './abort.ts';

interface Stops { readonly count: number }

export async function search({ net, show }: World): Promise<void> {
  const seen = new Map<string, Stops>();
  // eslint-disable-next-line some-rule -- the lesson's point
  for (const text of ['Be', 'Bern'] as const) if (!seen.has(text)) show(await net.get<Stops>(text)!);
  try {
    await net.get('a path that is so long that it needs a line of its own');
  } catch (error: unknown) {
    if (!isAbort(error)) throw error;
  }
}
`;

test('the types go, and the rest stays', () => {
  expect(stripTypes('const a: Map<string, number> = new Map<string, number>();')).toBe(
    'const a = new Map();',
  );
  expect(stripTypes('function f<T>(x: T, y?: number): x is T { return (x as any)!; }')).not.toMatch(
    /any|: T|is T/,
  );
});

test('the body is shown without types and without remarks to the linter', async () => {
  const { functions } = await readProgram(SOURCE);
  expect(functions.map(({ name }) => name)).toEqual(['search']);
  const text = functions[0]?.text ?? '';
  expect(text).toMatch(/^const seen = new Map\(\);\n/);
  expect(text).not.toMatch(/eslint|Stops|unknown|as const/);
});

test('a mark stands before each statement, on its own line, and every other letter is what is shown', async () => {
  const { functions, marked } = await readProgram(SOURCE);
  const lines = (functions[0]?.text ?? '').split('\n');
  const marks = [...marked.matchAll(/\$t\.at\(\$c, (\d+)\);/g)].map((match) => Number(match[1]));
  expect(marks).toEqual(marks.toSorted((a, b) => a - b));
  for (const line of marks) expect(lines[line - 1]?.trim()).not.toBe('');
  const unmarked = marked
    .replaceAll(/ const \$t = \$marksOf\(arguments\[0\]\);/g, '')
    .replaceAll(/ const \$c = \$t\.enter\("\w*"\);/g, '')
    .replaceAll(/\$t\.at\(\$c, \d+\); /g, '')
    .replaceAll(/\{ (show\([^;]*;|throw [^;]*;) \}/gs, '$1');
  for (const line of lines) expect(unmarked).toContain(line.trim());
});

test('a short arrow function lights its line when it runs, and gives what it gave', async () => {
  const source = `export function later({ log }: World) {
  setTimeout(() => log('timer'), 0);
  return [1, 2].map((n) => ({ n }));
}
`;
  const { marked } = await readProgram(source);
  expect(marked).toContain("setTimeout(() => ($t.at($c, 1), log('timer')), 0);");
  expect(marked).toContain('map((n) => ($t.at($c, 2), ({ n })))');
});

test('statements of several lines know where they end', async () => {
  const { functions } = await readProgram(SOURCE);
  const { text = '', reach = {} } = functions[0] ?? {};
  const lines = text.split('\n');
  for (const to of Object.values(reach)) expect(lines[to - 1]).toMatch(/;$/);
  expect(Object.keys(reach).length).toBeGreaterThan(0);
});

test('every letter is in the coloured lines', async () => {
  const text = "const a = await b(`x${c}`); // so\n\nreturn 'a';";
  const lines = await tokenLines(text);
  expect(lines.map((line) => line.map(([, piece]) => piece).join('')).join('\n')).toBe(text);
  expect(lines[0]?.find(([role]) => role === 'keyword')?.[1]).toBe('const');
  expect(lines[0]?.at(-1)?.[0]).toBe('comment');
});
