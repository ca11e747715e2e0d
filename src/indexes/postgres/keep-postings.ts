import type { Holding, MemoryBudget } from "../../search/memory-budget.ts";
import type { TermPostings } from "../../search/segment.ts";

/** Postings that were read and are kept as long as there is room. */
export interface KeptPostings {
  get(term: number): TermPostings | undefined;
  set(term: number, postings: TermPostings): void;
  clear(): void;
}

export function createKeptPostings(budget: MemoryBudget): KeptPostings {
  const kept = new Map<number, { readonly postings: TermPostings; readonly holding: Holding }>();
  return {
    get(term) {
      const found = kept.get(term);
      found?.holding.use();
      return found?.postings;
    },
    set(term, postings) {
      kept.get(term)?.holding.release();
      kept.set(term, { postings, holding: budget.hold(weigh(postings), () => kept.delete(term)) });
    },
    clear() {
      for (const { holding } of kept.values()) holding.release();
      kept.clear();
    },
  };
}

/** In bytes: two lists of arrays in objects, and five for each place. */
function weigh({ text, headings }: TermPostings): number {
  return 1000 + 5 * (text.places.length + headings.places.length);
}
