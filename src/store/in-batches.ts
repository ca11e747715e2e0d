/** As many rows go into one statement; both databases take more values than these have. */
const MOST = 400;

export function* inBatches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += MOST) yield items.slice(from, from + MOST);
}
