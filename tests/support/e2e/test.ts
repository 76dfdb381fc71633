import { expect, test as base } from '@playwright/test';
import { guard, type Guard } from './guard.ts';
import { LabPage } from './lab-page.ts';

interface Fixtures {
  /** Watches every journey: no error, no broken policy, no request to anywhere else. */
  readonly guard: Guard;
  readonly lab: LabPage;
}

export const test = base.extend<Fixtures>({
  guard: [
    async ({ context, baseURL }, use) => {
      const found = guard(context, new URL(baseURL ?? '').origin);
      await use(found);
      expect(found.problems).toEqual([]);
      expect(found.elsewhere).toEqual([]);
    },
    { auto: true },
  ],
  lab: async ({ page }, use) => {
    await use(new LabPage(page));
  },
});

export { expect };
