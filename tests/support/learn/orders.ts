/** What each variant of a lesson does, in order, by the variant's id: the truth that the tests hold it to. */
export type Orders = Readonly<Record<string, readonly string[]>>;

const files = import.meta.glob<{ readonly orders: Orders }>('./orders/*.ts', { eager: true });

/** By the name of the lesson's folder. */
export function ordersOf(slug: string): Orders {
  const found = files[`./orders/${slug}.ts`];
  if (found === undefined) throw new Error(`tests/support/learn/orders/${slug}.ts is missing.`);
  return found.orders;
}
