import { expect, type Locator, type Page } from '@playwright/test';
import { seen } from './seen.ts';

export type Strategy = 'blocking' | 'chunked' | 'pool';

/** Long enough for a run on a busy machine. */
const RUN_MS = 90_000;
/** A page that doesn't answer for so long stands still: far more than a slice or a handover takes. */
const SILENCE_MS = 400;

const answersIn = (page: Page, ms: number): Promise<boolean> =>
  Promise.race([
    page.evaluate(() => true),
    new Promise<boolean>((resolve) => {
      setTimeout(resolve, ms, false);
    }),
  ]);

/** The lab by the names that people and programs can rely on. */
export class LabPage {
  readonly page: Page;
  readonly status: Locator;
  readonly results: Locator;
  readonly table: Locator;
  readonly files: Locator;
  readonly cancelled: Locator;
  readonly failed: Locator;
  readonly cancelButton: Locator;
  readonly compareButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.locator('main > [role="status"]');
    this.results = page.getByRole('region', { name: 'Results' });
    this.table = page.getByRole('table', { name: 'Comparison' });
    this.files = page.getByRole('table', { name: 'Files' });
    this.cancelled = page.getByRole('region', { name: 'Cancelled' });
    this.failed = page.getByRole('region', { name: 'Failed' });
    this.cancelButton = page.getByRole('button', { name: 'Cancel' });
    this.compareButton = page.getByRole('button', { name: /^Compare (all|again)$/ });
  }

  /** Opens the lab by a link, on a page that is loaded anew, and waits until its input is ready. */
  async open(query = ''): Promise<void> {
    // In a page that is there already a link only changes the hash, and `idle` may be asked before that is heard.
    if (this.page.url() !== 'about:blank') await this.page.goto('about:blank');
    await this.page.goto(query === '' ? './' : `./#/?${query}`);
    await this.idle();
  }

  /** Nothing is being read, drawn or calibrated any more. A failure is told by the page, not here. */
  async idle(): Promise<void> {
    await this.page.waitForFunction(() => globalThis.unblocked !== undefined);
    await this.page.evaluate(async () => {
      await globalThis.unblocked?.idle().catch(() => undefined);
    });
  }

  runButton(strategy: Strategy): Locator {
    return this.page.getByRole('button', { name: `Run ${strategy}` });
  }

  /** Presses the strategy's button and waits until it is measured: for the two that still answer. */
  async begin(strategy: 'chunked' | 'pool'): Promise<void> {
    await this.runButton(strategy).click();
    await this.measuring(strategy);
  }

  async measuring(strategy: Strategy): Promise<void> {
    await this.says(new RegExp(`${strategy}, running`, 'i'));
  }

  /** Starts blocking; resolves while the page stands still, to where its Cancel button is (the mouse is there). */
  async beginBlocking(): Promise<{ x: number; y: number }> {
    await this.runButton('blocking').click();
    await this.says(/^Blocking, next/);
    const place = await this.placeOf(this.cancelButton);
    await this.page.mouse.move(place.x, place.y);
    // A few frames before it begins: from now on a page that doesn't answer is one that works.
    await this.measuring('blocking');
    while (await answersIn(this.page, SILENCE_MS));
    return place;
  }

  /** Chooses in a radio group, by the key that people see and press. */
  async choose(name: string): Promise<void> {
    await this.page.locator('label').filter({ hasText: name }).click();
    await expect(this.page.getByRole('radio', { name })).toBeChecked();
    await this.idle();
  }

  /** Some of the run is done, and told. */
  async underWay(): Promise<void> {
    const told = await seen(this.page, {
      selector: 'main [role="progressbar"][aria-label^="Progress"]',
      attribute: 'aria-valuenow',
      words: /[1-9]/,
      limitMs: RUN_MS,
    });
    expect(told, 'some of the run is done').toBe(true);
  }

  /** Waits until the live region says so, be it for a moment. */
  async says(words: RegExp): Promise<void> {
    const selector = 'main > [role="status"]';
    if (await seen(this.page, { selector, words, limitMs: RUN_MS })) return;
    // It didn't: what it says instead is told by this.
    await expect(this.status).toHaveText(words, { timeout: 1 });
  }

  async run(strategy: Strategy): Promise<void> {
    await this.runButton(strategy).click();
    await this.done();
  }

  /** The run has ended, on whichever page. */
  async ended(): Promise<void> {
    await this.says(/^Done/);
  }

  async done(): Promise<void> {
    await this.ended();
    await expect(this.table).toBeVisible();
  }

  row(strategy: Strategy): Locator {
    return this.table.getByRole('row', { name: new RegExp(`^${strategy}`, 'i') });
  }

  /** Where the middle of something stands, for a tap that doesn't wait for the page. */
  async placeOf(target: Locator): Promise<{ x: number; y: number }> {
    const box = await target.boundingBox();
    if (box === null) throw new Error('It is not on the page.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
}
