import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NumberField from '../../../src/ui/NumberField.svelte';

it.each([
  { typed: '2.5', step: 1, settled: 3 },
  { typed: '2.5', step: 'any', settled: 2.5 },
  { typed: '9.7', step: 1, settled: 9 },
  { typed: '-4', step: 1, settled: 1 },
  { typed: '1e9', step: 1, settled: 9 },
] as const)('takes $typed by steps of $step as $settled', async ({ typed, step, settled }) => {
  const onchange = vi.fn();
  const screen = await render(NumberField, { label: 'Runs', value: 5, min: 1, max: 9, step, onchange });
  const field = screen.getByRole('spinbutton', { name: 'Runs' });
  await field.fill(typed);
  await userEvent.tab();
  await expect.element(field).toHaveValue(settled);
  expect(onchange.mock.calls).toEqual([[settled]]);
});

it('keeps what was there where nothing was typed', async () => {
  const onchange = vi.fn();
  const screen = await render(NumberField, { label: 'Runs', value: 5, min: 1, max: 9, onchange });
  const field = screen.getByRole('spinbutton', { name: 'Runs' });
  await field.fill('');
  await userEvent.tab();
  await expect.element(field).toHaveValue(5);
  expect(onchange).not.toHaveBeenCalled();
});
