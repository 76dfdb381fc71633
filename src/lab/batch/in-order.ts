/**
 * Starts work on items, at most `atOnce` at a time, and gives what comes of them in the items' order. What is done
 * waits until it is fetched, and counts as being worked on: a slow reader holds back the work, and memory stays
 * bounded. Once `stopped` no further item is begun.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  { atOnce, stopped }: { readonly atOnce: number; readonly stopped: () => boolean },
): AsyncGenerator<Result, void, undefined> {
  const under: Promise<Result>[] = [];
  let next = 0;
  for (;;) {
    while (next < items.length && under.length < atOnce && !stopped()) {
      const item = items[next] as Item;
      const result = work(item, next);
      // Told when its turn comes; until then it is nobody's unhandled rejection.
      result.catch(() => undefined);
      under.push(result);
      next += 1;
    }
    const first = under.shift();
    if (first === undefined) return;
    yield await first;
  }
}
