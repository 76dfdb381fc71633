import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { sha256 } from '@noble/hashes/sha2.js';
import { filesDeskOf } from '../../../src/lab/files/desk.svelte.ts';
import FilesTable from '../../../src/lab/files/FilesTable.svelte';
import type { Lab, PartListener } from '../../../src/lab/lab.svelte.ts';
import type { FilesInput } from '../../../src/lab/model/input.ts';
import type { Job } from '../../../src/strategies/contract.ts';
import { hash } from '../../../src/tasks/hash/hash.ts';
import '../../../src/ui/styles/tokens.css';

/** More than one part holds: one megabyte is the most that small neighbours share. */
const FILES = ['a', 'b', 'c'].map((name, i) => ({
  name: `${name}.bin`,
  bytes: new Uint8Array(700_000).fill(i),
}));
const hex = (bytes: Uint8Array): string =>
  Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A lab that hashes nothing: the test tells its parts. */
function makeLab() {
  const shape = { sizes: FILES.map(({ bytes }) => bytes.length) };
  const params = hash.parse({});
  const plan = hash.plan(params, shape);
  const files = FILES.map(({ name, bytes }) => ({ name, size: bytes.length }));
  const source = { kind: 'none' } as const;
  const input: FilesInput = { kind: 'files', sample: false, files, totalBytes: 2_100_000, source };
  const draft = { task: hash, params, shape, plan, source };
  const listeners: PartListener[] = [];
  const lab = {
    running: false,
    options: { task: 'hash', params: {} },
    input: { status: { status: 'ready' }, prepared: { input, draft, params: {}, forecastMs: null } },
    onPart: (listener: PartListener) => listeners.push(listener),
  } as unknown as Lab;
  const job = { ...draft, output: new ArrayBuffer(plan.outputBytes) } as unknown as Job;
  const end = (index: number): void => {
    const part = plan.parts[index];
    const made = FILES[index];
    if (part === undefined || made === undefined) throw new Error(`There is no part ${String(index)}.`);
    new Uint8Array(job.output).set(sha256(made.bytes), part.output.start);
    for (const listener of listeners) listener({ part, thread: 1, start: 0, end: 1 }, job);
  };
  return { lab, end, parts: plan.parts.length };
}

it('fills as digests arrive, and checks each against the list', async () => {
  const { lab, end, parts } = makeLab();
  expect(parts).toBe(FILES.length);
  const screen = await render(FilesTable, { lab });
  const table = screen.getByRole('table', { name: 'Files' });
  const row = (name: string) => table.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect.element(row('b.bin')).toHaveTextContent('–');
  const save = screen.getByRole('button', { name: 'Save SHA256SUMS' });
  await expect.element(save).toBeDisabled();

  end(1);
  await expect.element(row('b.bin')).toHaveTextContent(hex(FILES[1]?.bytes ?? new Uint8Array()));
  await expect.element(row('a.bin')).toHaveTextContent('–');
  await expect.element(page.getByRole('heading', { name: '1 of 3 digests' })).toBeVisible();
  await expect.element(save).toBeEnabled();

  filesDeskOf(lab).list = [
    `${hex(FILES[0]?.bytes ?? new Uint8Array())}  a.bin`,
    `${'0'.repeat(64)}  b.bin`,
    `${'1'.repeat(64)}  d.bin`,
  ].join('\n');
  await expect.element(row('a.bin')).toHaveTextContent('waits');
  await expect.element(row('b.bin')).toHaveTextContent('differs');
  await expect.element(row('d.bin')).toHaveTextContent('missing');
  end(0);
  end(2);
  await expect.element(row('a.bin')).toHaveTextContent('match');
  await expect.element(row('c.bin')).toHaveTextContent('not listed');
  await expect.element(page.getByRole('heading', { name: '1 of 3 files does not match' })).toBeVisible();
});
