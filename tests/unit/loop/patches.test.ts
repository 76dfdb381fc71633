import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { ENGINE_VERSION, PATCHES, patchEngine } from '../../../scripts/vite/engine.ts';
import { REWORDED } from '../../../workers/loop/wording.ts';

const ENGINE = createRequire(import.meta.url)
  .resolve('@engine262/engine262')
  .replace(/\.js$/, '.mjs');
const CODE = readFileSync(ENGINE, 'utf8');

test('the interpreter is of the version that the patches were made for', () => {
  const manifest = readFileSync(ENGINE.replace(/lib\/.*$/, 'package.json'), 'utf8');
  expect((JSON.parse(manifest) as { version: string }).version).toBe(ENGINE_VERSION);
});

test.each(PATCHES)('"$name" fits exactly once', ({ from, to }) => {
  expect(CODE.split(from).length - 1).toBe(1);
  const patched = patchEngine(CODE);
  expect(patched).toContain(to);
});

test('each patch changes only its own place', () => {
  const untouched = PATCHES.reduce((text, { from }) => text.replace(from, () => ''), CODE);
  const patched = PATCHES.reduce((text, { to }) => text.replace(to, () => ''), patchEngine(CODE));
  expect(patched).toBe(untouched);
});

test.each([
  ['missing', 'nothing of it'],
  ['there twice', 'old text, old text'],
])('a text that is %s stops the build', (_how, code) => {
  const patch = { name: 'example', from: 'old text', to: 'new text' };
  expect(() => patchEngine(code, [patch])).toThrow(/patch "example" fits \d times, not once/);
  expect(patchEngine('an old text', [patch])).toBe('an new text');
});

test('a replacement is taken literally', () => {
  expect(patchEngine('a b', [{ name: 'dollar', from: 'b', to: "$& $1 $'" }])).toBe("a $& $1 $'");
});

test('every error that is reworded is one that the interpreter makes', () => {
  const made = patchEngine(CODE);
  for (const template of Object.keys(REWORDED)) {
    expect(
      [`'${template}'`, `"${template}"`].some((text) => made.includes(text)),
      template,
    ).toBe(true);
  }
});
