import { pbkdf2Sync } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e/test.ts';

const WORDS = ['vixen-left', 'quartz-sphinx', 'jumping-wizard', 'lazy-judge'];
const SALT = 'pepper-pot';
const KEY = pbkdf2Sync('jumping-wizard', SALT, 3000, 32, 'sha256').toString('hex');

/** Everything that the page has put anywhere, as text. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [
      location.href,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
    ];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '');
        opening.onsuccess = () => {
          resolve(opening.result);
        };
        opening.onerror = () => {
          reject(new Error(`${name ?? ''} can’t be opened`));
        };
      });
      for (const store of database.objectStoreNames) {
        found.push(
          await new Promise((resolve, reject) => {
            const all = database.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => {
              resolve(all.result);
            };
            all.onerror = () => {
              reject(new Error(`${store} can’t be read`));
            };
          }),
        );
      }
      database.close();
    }
    return JSON.stringify(found);
  });
}

test('typed candidates are searched, and nothing typed is kept anywhere', async ({ lab, page }) => {
  await lab.open('task=password-hash&size=16&iterations=1000&workers=2&engine=wasm');
  await page.getByRole('button', { name: 'Your own candidates' }).click();
  await page.getByLabel('Candidates, one a line').fill(WORDS.join('\n'));
  await page.getByLabel('Salt').fill(SALT);
  await page.getByLabel('Key to find').fill('abc');
  await page.getByLabel('Iterations of the key').fill('3000');
  await page.getByRole('button', { name: 'Use these' }).click();
  await expect(page.getByText('this one has 3.')).toBeVisible();

  await page.getByLabel('Key to find').fill(KEY);
  await page.getByRole('button', { name: 'Use these' }).click();
  await lab.idle();
  await lab.run('pool');
  await expect(lab.results).toContainText('“jumping-wizard”, number 3 of 4, gives the key.');
  await expect(
    page.getByRole('img', { name: /^4 of 4 candidates hashed; number 3 gives/ }).first(),
  ).toBeVisible();
  await expect(lab.results).toContainText('600,000');

  // The run itself has been kept by now; what was typed has not.
  await expect.poll(() => kept(page)).toContain('password-hash');
  const text = await kept(page);
  for (const typed of [...WORDS, SALT, KEY]) expect(text).not.toContain(typed);
});
