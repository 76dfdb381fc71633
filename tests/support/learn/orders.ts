/** What each variant of a lesson does, in order, by the variant's id: the truth that the tests hold it to. */
export type Orders = Readonly<Record<string, Order>>;

/** Where the standards leave more than one open (a timer or a frame first), it is one of these. */
export type Order = readonly string[] | { readonly oneOf: readonly (readonly string[])[] };

export function allowed(order: Order | undefined): readonly (readonly string[])[] {
  if (order === undefined) return [];
  return 'oneOf' in order ? order.oneOf : [order];
}

const files = import.meta.glob<{ readonly orders: Orders }>('./orders/*.ts', { eager: true });

/** By the name of the lesson's folder. */
export function ordersOf(slug: string): Orders {
  const found = files[`./orders/${slug}.ts`];
  if (found === undefined) throw new Error(`tests/support/learn/orders/${slug}.ts is missing.`);
  return found.orders;
}
