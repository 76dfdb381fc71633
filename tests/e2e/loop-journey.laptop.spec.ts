import { withAxe, violationsInBoth } from '../support/e2e/axe.ts';
import { LoopPage } from '../support/e2e/loop-page.ts';
import { expect, test } from '../support/e2e/test.ts';

const ORDER = ['start', 'hello', 'end', 'after await', 'then', 'timeout', 'later'];

test('a visitor steps through the first example, back, along the slider and by play', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.open();
  await expect(loop.position).toBeDisabled();
  await loop.key('Step').click();
  await loop.recorded();
  await expect(loop.position).toHaveAttribute('aria-valuetext', /^Step 1 of \d+, Script, line 1$/);
  await expect(loop.place('Call stack')).toHaveText([/^console\.log/, /^script/]);
  await expect(loop.lines).toHaveText([]);

  // Until the script has queued what it queues.
  await page.getByRole('radio', { name: 'Turn', exact: true }).check();
  await loop.key('Step').click();
  await expect(loop.sentence).toContainText('The stack is empty: run microtasks until none is left.');
  await expect(loop.place('Call stack')).toHaveCount(0);
  await expect(loop.place('Microtasks')).toHaveCount(2);
  await expect(loop.place('Microtasks').first()).toContainText('greet()');
  // One timer is due already, the other one is not.
  await expect(loop.place('Tasks')).toHaveText(/queued by line 3/);
  await expect(loop.place('Waiting')).toHaveText(/50 ms left, from line 4/);
  await expect(loop.lines).toHaveText(ORDER.slice(0, 3));

  await loop.key('Back').click();
  await expect(loop.place('Microtasks')).toHaveCount(0);
  await expect(loop.position).toHaveAttribute('aria-valuetext', /^Step 1 of/);

  await loop.toEnd();
  await expect(loop.lines).toHaveText(ORDER);
  await expect(loop.key('Step')).toBeDisabled();

  await page.getByRole('radio', { name: '8×' }).check();
  await loop.key('Play').click();
  await expect(loop.key('Pause')).toBeVisible();
  await expect(loop.key('Play')).toBeVisible();
  await expect(loop.lines).toHaveText(ORDER);
});

test('a queued job shows the line that queued it, a line’s number leads to its step', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.openCode("queueMicrotask(() => {\n  console.log('later');\n});\nconsole.log('now');");
  await loop.run();
  await loop.key('Step').click();
  await loop.key('Step').click();
  await loop.place('Microtasks').getByRole('button').hover();
  await expect(page.locator('.cm-pointed')).toContainText('queueMicrotask');
  await page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: '2' }).click();
  await expect(loop.position).toHaveAttribute('aria-valuetext', /line 2$/);
  await page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: '1' }).click();
  await expect(page.getByText('Line 1 doesn’t run after this step.').last()).toBeVisible();
});

test('a click on what the code listens to is part of the recording', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.openCode(
    "const button = document.querySelector('#go');\nbutton.addEventListener('click', () => console.log('clicked'));",
  );
  await loop.run();
  await loop.toEnd();
  await page.getByRole('button', { name: 'Click #go' }).click();
  await loop.recorded();
  await loop.toEnd();
  await expect(loop.lines).toHaveText(['clicked']);
  await loop.run();
  await loop.toEnd();
  await expect(loop.lines).toHaveText([]);
});

test('predict first: the order is asked for, and the answer leads to the step', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.open('example=promise-vs-timeout');
  await page.getByRole('button', { name: 'Predict first' }).click();
  const asked = page.getByRole('region', { name: 'Predict first' });
  await expect(asked.getByRole('heading', { name: 'In which order will these print?' })).toBeFocused();
  for (const line of ['timeout', 'promise', 'script']) {
    await asked.getByRole('button', { name: line, exact: true }).click();
  }
  // by keys one goes on where one is
  await expect(asked.getByRole('button', { name: 'Check' })).toBeFocused();
  await asked.getByRole('button', { name: 'Check' }).click();
  await expect(asked.getByRole('list', { name: 'The real order' }).getByRole('listitem')).toHaveText([
    /script/,
    /promise/,
    /timeout/,
  ]);
  await asked.getByRole('button', { name: 'See why' }).click();
  await expect(loop.position).toHaveAttribute('aria-valuetext', /, line 5$/);
});

test('shared: the link brings the code back, changed or not', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.open();
  const mine = "console.log('mine', 1 + 1);";
  await loop.write(mine);
  await page.getByRole('button', { name: 'Share' }).click();
  const sheet = page.getByRole('dialog', { name: 'Share this code' });
  await expect(sheet.getByRole('img', { name: /^QR code/ })).toBeVisible();
  const field = sheet.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/code=/);
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
  await page.goto('./#/about');
  await page.goto(link);
  await expect(loop.code).toHaveText(mine);
});

test('no violation in any state, light or dark', async ({ page }) => {
  await withAxe(page);
  const loop = new LoopPage(page);
  const none = async (state: string) => expect(await violationsInBoth(page), state).toEqual([]);
  await loop.open('example=nowhere');
  await none('ready, with a notice');
  await loop.open('example=promise-and-timers');
  await loop.run();
  for (let i = 0; i < 9; i += 1) await loop.key('Step').click();
  await none('stepping');
  await loop.write('let = 1 +');
  await loop.run();
  await expect(page.getByRole('alert')).toBeVisible();
  await none('can’t be read');
  await loop.write('console.log(Math.random() < 2);\nfor (let i = 0; i < 9; i++) setTimeout(() => {}, i);');
  await loop.run();
  await page.getByRole('button', { name: /^Not as in a browser/ }).click();
  await loop.toEnd();
  await none('with differences');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await none('shared');
  await page.keyboard.press('Escape');
  await loop.open('example=promise-vs-timeout');
  await page.getByRole('button', { name: 'Predict first' }).click();
  await expect(page.getByRole('button', { name: 'Check' })).toBeVisible();
  await none('predict');
});
