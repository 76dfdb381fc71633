import { LoopPage } from '../support/e2e/loop-page.ts';
import { expect, test } from '../support/e2e/test.ts';

/** One of each way to end; tests/unit/loop/hostile.test.ts knows many more. */
const HOSTILE = {
  'an endless loop': ['while (true) {}', 'This code runs too long to be recorded to its end.'],
  'a loop of microtasks': [
    '(async () => { while (true) await 0; })();',
    'This code runs too long to be recorded to its end.',
  ],
  'one call without an end': ["/^(a+)+$/.test('a'.repeat(40) + 'b');", 'One call took too long.'],
  'too large a text': ["let text = 'x';\nwhile (true) text += text;", 'This code asks for too much.'],
} as const;

test('a link’s code doesn’t run before a press, and then in the interpreter alone', async ({ page }) => {
  const loop = new LoopPage(page);
  const code =
    "document.title = 'taken';\nconsole.log(typeof localStorage, typeof location, typeof self.fetch);";
  await loop.openCode(code);
  await expect(loop.code).toContainText('taken');
  await expect(loop.position).toBeDisabled();
  await expect(page.getByText('Nothing has run', { exact: true })).toBeVisible();
  await expect(loop.lines).toHaveText([]);
  await loop.run();
  await expect(loop.position).toBeEnabled();
  await loop.toEnd();
  await expect(page).toHaveTitle('Event loop · Unblocked');
  await expect(loop.lines).toHaveText(/^undefined undefined \w+$/);
});

test('whatever the code does, the run ends with words, the page answers, and the next run works', async ({
  page,
}) => {
  const loop = new LoopPage(page);
  await loop.open();
  for (const [name, [code, words]] of Object.entries(HOSTILE)) {
    await loop.write(code);
    await loop.key('Run').click();
    // the page itself goes on meanwhile
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await loop.recorded();
    await expect(page.getByRole('heading', { name: words }), name).toBeVisible();

    await loop.write("Promise.resolve().then(() => console.log('second'));\nconsole.log('first');");
    await loop.run();
    await loop.toEnd();
    await expect(loop.lines, `after ${name}`).toHaveText(['first', 'second']);
  }
});

test('what can’t be read is marked where it is', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.openCode("console.log('a');\nconst = 2;");
  await loop.run();
  await expect(page.getByRole('alert')).toContainText('Line 2 can’t be read.');
  await expect(page.locator('.cm-lintRange-error')).toBeVisible();
  await loop.write("console.log('b');");
  await loop.run();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a damaged link is named, and an example stands there instead', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.open('code=AAAA');
  await expect(page.getByText('This link could not be followed.')).toBeVisible();
  await expect(loop.code).toContainText('console.log');
});
