import { rm, truncate, writeFile } from 'node:fs/promises';
import { expect, type TestInfo } from '@playwright/test';
import { violations, type Look } from './axe.ts';
import type { LabPage } from './lab-page.ts';

const LARGE = 1 << 29;

/** Pages beside the lab, by what they say that they are. */
export const BESIDE = [
  ['./#/about', 'One heavy job, three ways to run it'],
  ['./#/nowhere', /^There is no page at/],
] as const;

type ExpectNone = (state: string) => Promise<void>;

const expecting =
  ({ page }: LabPage, look: Look): ExpectNone =>
  async (state) => {
    expect(await look(page), state).toEqual([]);
  };

/** Pictures: ready with a notice, bad input, options, running, cancelled, result. */
export async function pictureStates(lab: LabPage, look: Look): Promise<void> {
  const { page } = lab;
  const expectNone = expecting(lab, look);
  await lab.open('task=denoise&size=4mp&radius=2&repeat=16&workers=2&colour=red');
  await expectNone('ready, with a notice');
  const nothing = { name: 'a.png', mimeType: '', buffer: Buffer.from('no') };
  await page.getByLabel('Choose files').setInputFiles(nothing);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNone('bad input');
  await page.getByRole('button', { name: 'Keep the sample' }).click();

  await page.getByRole('button', { name: /^Options/ }).click();
  await expect(page.getByRole('spinbutton', { name: 'Times' })).toBeVisible();
  await expectNone('options');
  const sheet = page.getByRole('dialog', { name: 'Options' });
  if (await sheet.isVisible()) await sheet.getByRole('button', { name: 'Done' }).click();

  await lab.begin('pool');
  await expectNone('running');
  await lab.cancelButton.click();
  await expect(lab.cancelled).toBeVisible();
  await expectNone('cancelled');

  await lab.choose('Edges');
  await lab.run('pool');
  await expect(page.getByRole('slider', { name: 'Before and after' })).toBeVisible();
  await expectNone('result');
}

/** Hash: the table with a list to check, after a run, and a run that failed. */
export async function hashStates(lab: LabPage, info: TestInfo, look: Look): Promise<void> {
  const { page } = lab;
  const expectNone = expecting(lab, look);
  await lab.open('task=hash&size=4x1mib&workers=2');
  const list = `${'0'.repeat(64)}  sample-1.bin\n${'1'.repeat(64)}  no.bin\n?`;
  await page.getByLabel('Digests to check').fill(list);
  await expectNone('files, with a list');
  await lab.run('pool');
  await expect(lab.files).toContainText('differs');
  await expectNone('files, checked');

  const path = info.outputPath('large.bin');
  await writeFile(path, '');
  await truncate(path, LARGE);
  await page.getByLabel('Choose files').setInputFiles(path);
  await expect(lab.files).toContainText('large.bin');
  await rm(path);
  await lab.runButton('pool').click();
  await expect(lab.failed).toBeVisible();
  await expectNone('failed');
}

/** Tasks with panels and results of their own: ready, bad input, result. */
export async function ownPanels(lab: LabPage, look: Look): Promise<void> {
  const { page } = lab;
  const expectNone = expecting(lab, look);
  await lab.open('task=primes&limit=1000000&workers=2');
  await lab.run('pool');
  await expectNone('primes, result');

  await lab.open('task=json&size=1x2mib&workers=2');
  const bad = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('[1,') };
  await page.getByLabel('Choose files').setInputFiles(bad);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNone('json, bad input');
  await lab.run('pool');
  await expect(page.getByRole('table', { name: 'The way home' })).toBeVisible();
  await expectNone('json, result');

  await lab.open('task=password-hash&size=16&iterations=1000&workers=2');
  // On a phone they are in a fold of their own.
  const fold = page.getByRole('button', { name: /^16 candidates/ });
  if (await fold.isVisible()) await fold.click();
  await page.getByRole('button', { name: 'Your own candidates' }).click();
  await page.getByRole('button', { name: 'Use these' }).click();
  await expect(page.getByText('Type at least one candidate')).toBeVisible();
  await expectNone('passwords, nothing typed');
  await lab.run('pool');
  await expectNone('passwords, result');
}

/** Mandelbrot with a count-down and its result, and the pages beside the lab. */
export async function otherStates(lab: LabPage, look: Look): Promise<void> {
  const { page } = lab;
  const expectNone = expecting(lab, look);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2&auto=1');
    const stop = page.getByRole('button', { name: 'Don’t start' });
    await expect(stop).toBeVisible();
    // It doesn't wait for long.
    const counting = violations(page);
    await stop.click();
    expect(await counting, 'count-down').toEqual([]);
  }
  await lab.run('pool');
  await expectNone('mandelbrot, result');
  for (const [path, heading] of BESIDE) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectNone(path);
  }
}
