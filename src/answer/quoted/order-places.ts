import type { Span } from "../../text/span.ts";

/**
 * Chooses one place of each list so that they follow one another and reach over as little as can be; nothing where no
 * choice does.
 *
 * @param lists places in reading order, those of the first part first.
 */
export function orderPlaces(lists: readonly (readonly Span[])[]): readonly Span[] | undefined {
  let best: readonly Span[] | undefined;
  const next = lists.map(() => 0);
  for (const first of lists[0] ?? []) {
    const chain = follow(first, lists, next);
    if (!chain) break;
    if (!best || reach(chain) < reach(best)) best = chain;
  }
  return best;
}

/** Takes of each list the first place behind the one before; `next` remembers how far lists were gone through. */
function follow(first: Span, lists: readonly (readonly Span[])[], next: number[]): Span[] | undefined {
  const chain = [first];
  for (const [index, places] of lists.entries()) {
    if (index === 0) continue;
    const end = chain.at(-1)?.end ?? 0;
    let at = next[index] ?? 0;
    while (at < places.length && (places[at]?.start ?? 0) < end) at += 1;
    next[index] = at;
    const place = places[at];
    if (!place) return undefined;
    chain.push(place);
  }
  return chain;
}

function reach(chain: readonly Span[]): number {
  return (chain.at(-1)?.end ?? 0) - (chain[0]?.start ?? 0);
}
