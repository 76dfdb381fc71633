import { describe, expect, test } from 'vitest';
import { CARDS } from '../../../src/learn/deck/cards.ts';
import { stepperText } from '../../../src/learn/model/stepper.ts';
import { CARD_ORDERS } from '../../support/learn/card-orders.ts';
import { allowed } from '../../support/learn/orders.ts';
import { recordHere } from '../../support/loop/record-here.ts';

const printedBy = (order: readonly string[]): string[] =>
  order.flatMap((what) => {
    if (what.startsWith('log ')) return [what.slice('log '.length)];
    return what.startsWith('show ') ? [`screen: ${what.slice('show '.length)}`] : [];
  });

describe.each(CARDS)('$id', ({ id, load }) => {
  test('the stepper prints what the card prints', async () => {
    const { card } = await load();
    for (const variant of [card.first, ...card.fixes]) {
      const code = card.code[variant.shows];
      if (variant.stepper === undefined || code === undefined) continue;
      const recording = recordHere(stepperText(code, variant.stepper));
      const logs = recording.console.filter(({ level }) => level === 'log').map(({ text }) => text);
      const expected = allowed(CARD_ORDERS[id]?.[variant.id]).map(printedBy);
      expect(expected, variant.id).toContainEqual(logs);
    }
  });
});
