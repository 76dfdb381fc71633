import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/learn/deck/card.ts';
import { CARDS } from '../../../src/learn/deck/cards.ts';
import { outputOf } from '../../../src/learn/deck/output.ts';
import { startNumbers, type Outcome, type Variant } from '../../../src/learn/model/lesson.ts';
import type { Prediction } from '../../../src/learn/model/prediction.ts';
import { truthOf } from '../../../src/learn/model/prediction.ts';
import { CARD_ORDERS } from './card-orders.ts';
import { allowed } from './orders.ts';
import { runOrder, type Seen } from './run-order.ts';

const plain = import.meta.glob<{ readonly card: Card }>('../../../src/learn/deck/cards/*/card.ts', {
  query: '?plain',
});

async function plainCard(id: string): Promise<Card> {
  const load = plain[`../../../src/learn/deck/cards/${id}/card.ts`];
  if (load === undefined) throw new Error(`There is no card called ${id}.`);
  return (await load()).card;
}

const variantsOf = (card: Card) => [card.first, ...card.fixes];

/** Those that can run in this realm, each with its place among all. */
const runnable = (card: Card, realm: 'node' | 'browser') =>
  [...variantsOf(card).entries()].filter(
    ([, { needs = card.needs }]) => realm === 'browser' || needs !== 'browser',
  );

function outcomeOf(card: Card, { order, trace }: Seen): Outcome {
  if (trace === null) throw new Error('The run was not traced.');
  const after = (word: string) =>
    order.flatMap((what) => (what.startsWith(word) ? [what.slice(word.length)] : []));
  return {
    trace,
    order,
    value: undefined,
    failure: after('throws ')[0] ?? null,
    lost: after('lost '),
    numbers: startNumbers(card),
  };
}

/** Is the run's answer one that could have been given? */
function couldBeSaid(prediction: Prediction, outcome: Outcome): boolean {
  const truth = truthOf(prediction, outcome);
  if (prediction.kind === 'number') return Number(truth) > 0;
  if (prediction.kind === 'choice') return prediction.options.some(({ id }) => id === truth);
  const ids = prediction.items.map(({ id }) => id);
  return (
    String([...ids].sort()) === String([...(truth as readonly string[])].sort()) &&
    String(ids) !== String(truth)
  );
}

/** Its words, its answer, its lines and its output fit the run. */
function checkTold(card: Card, variant: Variant, seen: Seen): void {
  const outcome = outcomeOf(card, seen);
  expect(variant.after(outcome)).not.toBe('');
  if (variant === card.first) expect(couldBeSaid(card.prediction, outcome)).toBe(true);
  const { events } = outcome.trace;
  const lines = events.flatMap((event) => (event.type === 'line' ? [event.line] : []));
  const shown = card.code[variant.shows]?.lines ?? [];
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(shown[line - 1]?.length ?? 0).toBeGreaterThan(0);
  const logs = outputOf(outcome.trace).filter(({ where }) => where === 'console');
  expect(logs.map(({ text }) => `log ${text}`)).toEqual(
    outcome.order.filter((what) => what.startsWith('log ')),
  );
}

/**
 * Every card of the deck, in the realm that calls this: Node, or a real browser. Each program does what it should in
 * the order it should, as written, marked, and traced; its answer is among those that may be given.
 */
export function checkCards(realm: 'node' | 'browser'): void {
  test('every card has its orders, and none is left over', () => {
    expect(Object.keys(CARD_ORDERS).sort()).toEqual(CARDS.map(({ id }) => id).sort());
  });

  describe.each(CARDS)('$id', ({ id, load }) => {
    test('keeps its order: as written, marked, and traced', async () => {
      const { card } = await load();
      const written = variantsOf(await plainCard(id));
      const orders = CARD_ORDERS[id] ?? {};
      expect(card.name).toBe(`gotcha:${id}`);
      expect(Object.keys(orders).sort()).toEqual(
        variantsOf(card)
          .map((variant) => variant.id)
          .sort(),
      );
      for (const [at, variant] of runnable(card, realm)) {
        const expected = allowed(orders[variant.id]);
        const asWritten = await runOrder(card, written[at] ?? variant, false);
        const marked = await runOrder(card, variant, false);
        const traced = await runOrder(card, variant, true);
        expect(expected, `${variant.id}, as written`).toContainEqual(asWritten.order);
        expect(expected, `${variant.id}, marked`).toContainEqual(marked.order);
        expect(expected, `${variant.id}, traced`).toContainEqual(traced.order);

        checkTold(card, variant, traced);
      }
    });
  });
}
