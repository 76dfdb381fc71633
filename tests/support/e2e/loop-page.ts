import { expect, type Locator, type Page } from '@playwright/test';
import { pack } from '../../../src/ui/share/pack.ts';

/** Hostile code ends in a sentence within five seconds; a busy machine gets the same again, and the start. */
const END_MS = 20_000;

/** The event-loop stepper by the names that people and programs can rely on. */
export class LoopPage {
  readonly page: Page;
  readonly code: Locator;
  readonly position: Locator;
  readonly log: Locator;
  /** What is printed up to this step, line by line. */
  readonly lines: Locator;
  /** What happens now, and why. */
  readonly sentence: Locator;

  constructor(page: Page) {
    this.page = page;
    this.code = page.getByRole('textbox', { name: 'Code' });
    this.position = page.getByRole('slider', { name: 'Position' });
    this.log = page.getByRole('log', { name: 'Console' });
    this.lines = this.log.locator('.text');
    this.sentence = page.locator('main [role="status"]').first();
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(query === '' ? './#/loop' : `./#/loop?${query}`);
    await expect(this.code).toBeVisible();
  }

  /** By a link that holds the code. */
  async openCode(code: string): Promise<void> {
    await this.open(new URLSearchParams({ code: await pack(code) }).toString());
  }

  key(name: 'Run' | 'Step' | 'Back' | 'Play' | 'Pause'): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  place(name: 'Call stack' | 'Microtasks' | 'Tasks' | 'Waiting'): Locator {
    return this.page.getByRole('list', { name, exact: true }).getByRole('listitem');
  }

  /** Takes the place of all code there is. */
  async write(code: string): Promise<void> {
    await this.code.fill(code);
  }

  /** Runs the code, and waits until all of it is recorded. */
  async run(): Promise<void> {
    await this.key('Run').click();
    await this.recorded();
  }

  async recorded(): Promise<void> {
    await expect(this.page.getByRole('region', { name: 'Stage' })).toHaveAttribute('aria-busy', 'false', {
      timeout: END_MS,
    });
  }

  /** To the last step. */
  async toEnd(): Promise<void> {
    await this.position.focus();
    await this.page.keyboard.press('End');
  }
}
