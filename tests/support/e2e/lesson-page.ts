import { expect, type Locator, type Page } from '@playwright/test';
import { pressAt, tabTo } from './keyboard.ts';

/** The longest program, on a busy machine. */
const RUN_MS = 40_000;

/** A lesson on a phone, by the names that people and programs can rely on. */
export class LessonPage {
  readonly page: Page;
  readonly dock: Locator;
  readonly prediction: Locator;
  readonly trace: Locator;
  readonly fixTrace: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dock = page.locator('.dock');
    this.prediction = page.getByRole('region', { name: 'Prediction' });
    this.trace = page.getByRole('region', { name: 'Trace', exact: true });
    this.fixTrace = page.getByRole('region', { name: 'What the fix did' });
  }

  /** The address is the only way that doesn't load the page anew. */
  async open(path: string): Promise<void> {
    await this.page.goto(`./#/learn/${path}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(this.dock).toBeVisible();
  }

  key(name: string): Locator {
    return this.dock.getByRole('button', { name, exact: true });
  }

  /** Commits to an answer, whatever kind of question it is, by keyboard. */
  async predict(): Promise<void> {
    const control = this.prediction.locator('input, button[aria-label^="Later"]').first();
    await tabTo(this.page, control);
    const kind = await control.evaluate((element) => element.getAttribute('type'));
    await this.page.keyboard.press(kind === 'radio' ? 'Space' : kind === 'range' ? 'ArrowRight' : 'Enter');
  }

  /** Presses the key that stands under the thumb, by keyboard; after the first it has the focus. */
  async go(name: string): Promise<void> {
    await pressAt(this.page, this.key(name));
  }

  async ran(next: string): Promise<void> {
    await expect(this.key(next)).toBeVisible({ timeout: RUN_MS });
  }

  /** What happened is told as a list. */
  async told(trace: Locator, slug: string): Promise<void> {
    await expect(trace.locator('.inside li').nth(1), slug).toBeAttached();
  }
}
