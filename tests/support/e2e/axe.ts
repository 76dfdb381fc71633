import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { createRequire } from 'node:module';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Before the first `goto`: the policy of the built page lets in no script but its own. */
export async function withAxe(page: Page): Promise<void> {
  await page.addInitScript({ path: SOURCE });
}

type Checked = typeof globalThis & { readonly axe: { run(options: RunOptions): Promise<AxeResults> } };

/** Looks for violations in the page as it is. */
export type Look = (page: Page) => Promise<string[]>;

/** The rules that look at colours: all that can differ between a light page and a dark one. */
const COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** Each violation in a line: the rule, and where. Empty is good. */
export async function violations(page: Page, options: RunOptions = {}): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const { violations: found } = await (globalThis as Checked).axe.run(rules);
    return found.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} ${failureSummary ?? ''}`,
      ),
    );
  }, options);
}

/** The violations of the light page, and those that it has in the dark alone. Leaves it light, and without motion. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  // A colour on its way to another one has any contrast.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((line) => `dark: ${line}`)];
}
