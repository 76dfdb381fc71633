import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';

/** The arrow of docs/architecture.md. */
const HOUSE = new Map(
  `
  app        -> lab learn loop results ui
  lab        -> strategies pool measure async tasks ui results
  learn      -> strategies pool measure async tasks ui
  loop       -> async ui
  results    -> measure ui
  strategies -> pool wasm async tasks
  pool       -> async tasks
  wasm       -> measure tasks
  measure    -> async
  workers    -> tasks wasm async
  ui         ->
  async      ->
  tasks      ->
  `
    .trim()
    .split('\n')
    .map((line) => line.split('->'))
    .map(([from = '', to = '']) => [from.trim(), to.trim().split(' ')] as const),
);

const ROOT = join(import.meta.dirname, '../..');
const folderOf = (name: string) => (name === 'workers' ? name : `src/${name}`);

/** Any file of the folder with that ending: rules go by its place, its text is replaced. */
function anyFile(name: string, ending: RegExp): string | undefined {
  const folder = folderOf(name);
  if (!existsSync(join(ROOT, folder))) return undefined;
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort();
  const found = files.find((file) => ending.test(file) && !file.endsWith('.d.ts'));
  return found === undefined ? undefined : join(folder, found);
}

const SCRIPT = /(?<!\.svelte)\.ts$/;
const COMPONENT = /\.svelte$/;
const BUILT = [...HOUSE.keys()].filter((name) => anyFile(name, SCRIPT) ?? anyFile(name, COMPONENT));

const eslint = new ESLint({ cwd: ROOT });

/** Lints a text as if it stood in that file. */
async function lint(file: string, text: string) {
  const code = file.endsWith('.svelte') ? `<script lang="ts">\n${text}\n</script>\n` : `${text}\n`;
  const [result] = await eslint.lintText(code, { filePath: join(ROOT, file) });
  return result?.messages ?? [];
}

async function rulesBroken(file: string, text: string) {
  return (await lint(file, text)).map((message) => message.ruleId);
}

function specifier(from: string, to: string): string {
  const path = relative(dirname(from), to).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The folders that a file may not import, as the linter sees it. */
async function forbidden(file: string, targets: readonly string[]): Promise<string[]> {
  const lines = targets.map((name) => {
    const to = anyFile(name, SCRIPT) ?? anyFile(name, COMPONENT) ?? '';
    return `import '${specifier(file, to)}';`;
  });
  const messages = await lint(file, lines.join('\n'));
  const first = file.endsWith('.svelte') ? 2 : 1;
  return messages
    .filter((message) => message.ruleId === 'boundaries/dependencies')
    .map((message) => targets[message.line - first] ?? '');
}

// The first lint starts TypeScript's project service: seconds, once.
beforeAll(() => lint('src/tasks/ids.ts', ''), 60_000);

describe('imports point one way', () => {
  const places = BUILT.flatMap((name) =>
    [anyFile(name, SCRIPT), anyFile(name, COMPONENT)].flatMap((file) =>
      file === undefined ? [] : [{ name, file }],
    ),
  );

  test.each(places)('from $file', async ({ name, file }) => {
    const others = BUILT.filter((other) => other !== name);
    const allowed = HOUSE.get(name) ?? [];
    expect(await forbidden(file, others)).toEqual(others.filter((other) => !allowed.includes(other)));
  });

  test('a worker sees types of what it signs with the pool, and nothing else of it', async () => {
    const file = anyFile('workers', SCRIPT) ?? '';
    const from = (path: string) => specifier(file, `src/pool/${path}`);
    const rules = (text: string) => rulesBroken(file, text);
    expect(await rules(`export type { RunSetup } from '${from('protocol.ts')}';`)).toEqual([]);
    expect(await rules(`export * from '${from('protocol.ts')}';`)).toContain('boundaries/dependencies');
    expect(await rules(`export type { Pool } from '${from('pool.ts')}';`)).toContain(
      'boundaries/dependencies',
    );
  });
});

describe('new Worker', () => {
  const text =
    "export const worker = new Worker('x.js');\nexport const other = new globalThis.SharedWorker('y.js');";
  const found = async (name: string) =>
    (await rulesBroken(anyFile(name, SCRIPT) ?? '', text)).filter((rule) => rule === 'no-restricted-syntax');

  test.each(['lab', 'strategies', 'ui', 'workers'])('is an error in %s', async (name) => {
    expect(await found(name)).toHaveLength(2);
  });

  test('is at home in the pool', async () => {
    expect(await found('pool')).toEqual([]);
  });
});

describe('a promise nobody hears', () => {
  const text = 'async function save(): Promise<void> { await Promise.resolve(); }\nsave();';

  test.each([
    ['lab', SCRIPT],
    ['ui', COMPONENT],
  ])('is an error in %s, %s', async (name, ending) => {
    expect(await rulesBroken(anyFile(name, ending) ?? '', text)).toContain(
      '@typescript-eslint/no-floating-promises',
    );
  });

  test('is an error in a handler in markup', async () => {
    const file = anyFile('ui', COMPONENT) ?? '';
    const script = 'async function save(): Promise<void> { await Promise.resolve(); }';
    const markup = '</script>\n<button onclick={() => { save(); }}>Save</button>\n<script module>';
    expect(await rulesBroken(file, `${script}\n${markup}`)).toContain(
      '@typescript-eslint/no-floating-promises',
    );
  });
});

test('a default export is an error', async () => {
  expect(await rulesBroken('src/tasks/ids.ts', 'export default 3;')).toContain('no-restricted-syntax');
});

describe('a task is plain data in, plain data out: the compiler knows no page and no thread', () => {
  /** The compiler's complaints about a text, in the realm of src/tasks. */
  function complaints(text: string): string[] {
    const folder = join(ROOT, 'src/tasks');
    const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
      config: unknown;
    };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
    const host = ts.createCompilerHost(options);
    const file = join(folder, 'try.ts');
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, target) =>
      name === file ? ts.createSourceFile(name, text, target) : read(name, target);
    const program = ts.createProgram([file], options, host);
    return ts
      .getPreEmitDiagnostics(program)
      .map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
  }

  test('ES2023 compiles', () => {
    expect(complaints('export const last = [1, 2].toSorted().at(-1);')).toEqual([]);
  });

  test.each(['document', 'self', 'postMessage', 'WebAssembly', 'process', 'performance'])('%s', (name) => {
    const [complaint] = complaints(`export const use = ${name};`);
    expect(complaint).toContain(`Cannot find name '${name}'`);
  });
});
