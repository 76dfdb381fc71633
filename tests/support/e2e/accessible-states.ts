import { rm, truncate, writeFile } from 'node:fs/promises';
import { expect, type TestInfo } from '@playwright/test';
import { violations } from './axe.ts';
import type { LabPage } from './lab-page.ts';

const LARGE = 1 << 29;

async function expectNone({ page }: LabPage, state: string): Promise<void> {
  expect(await violations(page), state).toEqual([]);
}

/** Pictures: ready with a notice, bad input, options, running, cancelled, result. */
export async function pictureStates(lab: LabPage): Promise<void> {
  const { page } = lab;
  await lab.open('task=denoise&size=1mp&radius=2&repeat=16&workers=2&colour=red');
  await expectNone(lab, 'ready, with a notice');
  const nothing = { name: 'a.png', mimeType: '', buffer: Buffer.from('no') };
  await page.getByLabel('Choose files').setInputFiles(nothing);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNone(lab, 'bad input');
  await page.getByRole('button', { name: 'Keep the sample' }).click();

  await page.getByRole('button', { name: /^Options/ }).click();
  await expect(page.getByRole('spinbutton', { name: 'Times' })).toBeVisible();
  await expectNone(lab, 'options');
  const sheet = page.getByRole('dialog', { name: 'Options' });
  if (await sheet.isVisible()) await sheet.getByRole('button', { name: 'Done' }).click();

  await lab.begin('pool');
  await expectNone(lab, 'running');
  await lab.cancelButton.click();
  await expect(lab.cancelled).toBeVisible();
  await expectNone(lab, 'cancelled');

  await lab.choose('Edges');
  await lab.run('pool');
  await expect(page.getByRole('slider', { name: 'Before and after' })).toBeVisible();
  await expectNone(lab, 'result');
}

/** Hash: the table with a list to check, after a run, and a run that failed. */
export async function hashStates(lab: LabPage, info: TestInfo): Promise<void> {
  const { page } = lab;
  await lab.open('task=hash&size=4x1mib&workers=2');
  const list = `${'0'.repeat(64)}  sample-1.bin\n${'1'.repeat(64)}  no.bin\n?`;
  await page.getByLabel('Digests to check').fill(list);
  await expectNone(lab, 'files, with a list');
  await lab.run('pool');
  await expect(lab.files).toContainText('differs');
  await expectNone(lab, 'files, checked');

  const path = info.outputPath('large.bin');
  await writeFile(path, '');
  await truncate(path, LARGE);
  await page.getByLabel('Choose files').setInputFiles(path);
  await expect(lab.files).toContainText('large.bin');
  await rm(path);
  await lab.runButton('pool').click();
  await expect(lab.failed).toBeVisible();
  await expectNone(lab, 'failed');
}

/** Tasks with panels and results of their own: ready, bad input, result. */
export async function ownPanels(lab: LabPage): Promise<void> {
  const { page } = lab;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open('task=primes&limit=1000000&workers=2');
  await lab.run('pool');
  await expectNone(lab, 'primes, result');

  await lab.open('task=json&size=1x2mib&workers=2');
  const bad = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('[1,') };
  await page.getByLabel('Choose files').setInputFiles(bad);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNone(lab, 'json, bad input');
  await lab.run('pool');
  await expect(page.getByRole('table', { name: 'The way home' })).toBeVisible();
  await expectNone(lab, 'json, result');

  await lab.open('task=password-hash&size=16&iterations=1000&workers=2');
  await page.getByRole('button', { name: 'Your own candidates' }).click();
  await page.getByRole('button', { name: 'Use these' }).click();
  await expect(page.getByText('Type at least one candidate')).toBeVisible();
  await expectNone(lab, 'passwords, nothing typed');
  await lab.run('pool');
  await expectNone(lab, 'passwords, result');
}

/** Mandelbrot with a count-down and its result, and the pages beside the lab. */
export async function otherStates(lab: LabPage): Promise<void> {
  const { page } = lab;
  // A colour on its way to another one has any contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2&auto=1');
  const stop = page.getByRole('button', { name: 'Don’t start' });
  await expect(stop).toBeVisible();
  const counting = violations(page);
  await stop.click();
  expect(await counting, 'count-down').toEqual([]);
  await lab.run('pool');
  await expectNone(lab, 'mandelbrot, result');
  for (const path of ['./#/about', './#/nowhere']) {
    await page.goto(path);
    await expect(lab.compareButton).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNone(lab, path);
  }
}
