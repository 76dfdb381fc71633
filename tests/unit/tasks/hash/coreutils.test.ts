import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { formatSums, parseSums } from '../../../../src/tasks/hash/sums.ts';

/** What GNU sha256sum 9.1 wrote for files of these names, each holding its own name. */
const STORED = new URL('../../../fixtures/hash/odd-names.sha256sums', import.meta.url);

const NAMES = [
  'plain.txt',
  'two words.txt',
  ' blank at both ends ',
  '*star',
  '#hash',
  '(brackets) = x',
  'back\\slash',
  'back\\nslash',
  'line\nbreak',
  'carriage\rreturn',
  'ends with return\r',
  'Grüße 猫 🐈',
];

const entries = NAMES.map((name) => ({ name, digest: createHash('sha256').update(name).digest('hex') }));

const version = spawnSync('sha256sum', ['--version'], { encoding: 'utf8' });
/** Only GNU's escapes names this way, and not every system may have files of such names. */
const hasCoreutils =
  process.platform !== 'win32' && version.status === 0 && version.stdout.includes('GNU coreutils');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sums-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('the list is, byte for byte, what sha256sum writes', () => {
  expect(formatSums(entries)).toBe(readFileSync(STORED, 'utf8'));
});

it('what sha256sum writes is read with every name', () => {
  expect(parseSums(readFileSync(STORED, 'utf8'))).toEqual({
    lines: entries.map((entry, i) => ({ ...entry, line: i + 1, algorithm: null })),
    bad: [],
  });
});

/** Where there is no GNU sha256sum, what it wrote once stands in for it. */
function listOf(names: readonly string[], options: readonly string[]): string {
  if (!hasCoreutils) return readFileSync(STORED, 'utf8');
  for (const name of names) writeFileSync(join(folder, name), name);
  return execFileSync('sha256sum', [...options, '--', ...names], { cwd: folder, encoding: 'utf8' });
}

it.each([[], ['--binary'], ['--tag']])('the list that sha256sum writes here is read (%s)', (...options) => {
  const { lines, bad } = parseSums(listOf(NAMES, options));
  expect(bad).toEqual([]);
  expect(lines.map(({ name, digest }) => ({ name, digest }))).toEqual(entries);
});

it('sha256sum -c accepts the list, and sees a file that changed', () => {
  const all = [...entries, { name: '-', digest: createHash('sha256').update('-').digest('hex') }];
  const list = formatSums(all);
  if (!hasCoreutils) {
    const dash = `${createHash('sha256').update('-').digest('hex')}  ./-\n`;
    expect(list).toBe(readFileSync(STORED, 'utf8') + dash);
    return;
  }
  for (const { name } of all) writeFileSync(join(folder, name), name);
  writeFileSync(join(folder, 'SHA256SUMS'), list);
  const run = () =>
    spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], {
      cwd: folder,
      encoding: 'utf8',
    });
  expect(run()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  writeFileSync(join(folder, 'line\nbreak'), 'changed');
  expect(run()).toMatchObject({ status: 1, stdout: expect.stringMatching(/break.*FAILED/) as string });
});
