import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { reportOfAll, type ExperimentRecord } from '../../../src/results/model/experiment.ts';

/** The results page by the names that people and programs can rely on. */
export class ResultsView {
  readonly page: Page;
  readonly list: Locator;
  readonly compared: Locator;
  readonly table: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('list', { name: 'Experiments' });
    this.compared = page.getByRole('region', { name: 'Compared' });
    this.table = page.getByRole('table', { name: 'Comparison' });
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page.goto('./#/results');
    await this.page.getByRole('heading', { name: 'Results', level: 1 }).waitFor();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get items(): Locator {
    return this.list.getByRole('checkbox');
  }

  /** How much the page says is kept. */
  async holds(words: string): Promise<void> {
    await expect(this.page.getByText(`${words}, kept on this device and only here.`)).toBeVisible();
  }

  /** Imports a file with this content, as a person chooses one. */
  async import(name: string, content: string): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    await this.button('Import').click();
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
    await (await choosing).setFiles(file);
  }

  /** What the button saves: its name and its text. */
  async saved(button: string): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.button(button).click()]);
    return { name: download.suggestedFilename(), text: await textOf(download) };
  }

  /** The link that Share makes, and the dialog closed again. */
  async link(): Promise<string> {
    await this.button('Share').click();
    const field = this.dialog.getByRole('textbox', { name: 'Link' });
    await expect(field).toHaveValue(/report=/);
    const link = await field.inputValue();
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toHaveCount(0);
    return link;
  }
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

/** As the button `Export JSON` of another device would save it. */
export function exported(experiments: readonly ExperimentRecord[]): string {
  return JSON.stringify(reportOfAll(experiments));
}

/** What each row of a table says, cell by cell. */
export function cellsOf(table: Locator): Promise<string[][]> {
  return table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim())),
    );
}
