import { HEADING_BOOST, type OpenedSearch, searchKey, SEPARATOR } from "./open-mini-search.ts";

/** A term of a question, by its number in the index, with what it counts. */
export interface SearchedTerm {
  readonly number: number;
  readonly weight: number;
}

/** A passage by its number. */
export interface ScoredPassage {
  readonly id: number;
  readonly score: number;
}

/** Finds the passages that hold some terms, each given once, the best first. */
export type SearchPassages = (terms: readonly SearchedTerm[]) => readonly ScoredPassage[];

/** Searches anew each time. */
export function searchDirectly(search: OpenedSearch): SearchPassages {
  return (terms) => {
    if (terms.length === 0) return [];
    const weights = new Map(terms.map(({ number, weight }) => [searchKey(number), weight]));
    return search.search([...weights.keys()].join(SEPARATOR), { boostTerm: (key) => weights.get(key) ?? 0 });
  };
}

/** So many scores are remembered of an index of so many passages: of a hundred terms and more. */
export function mostRemembered(passages: number): number {
  return 100 * passages;
}

/**
 * Remembers what MiniSearch says of each term by itself, and adds that up for a question just as MiniSearch does: the same
 * scores to the digit, and the same order, in a twentieth of the time.
 *
 * @param passages how many there are: few, since a common term stands in all of them.
 */
export function searchRemembering(search: OpenedSearch, passages: number): SearchPassages {
  const known = new Map<number, TermScores>();
  let remembered = 0;
  const recall = (number: number): TermScores => {
    const recalled = known.get(number);
    if (recalled) return recalled;
    const scores = { text: scoresIn(search, number, "text"), headings: scoresIn(search, number, "headings") };
    if (remembered > mostRemembered(passages)) known.clear();
    remembered = (known.size === 0 ? 0 : remembered) + scores.text.length + scores.headings.length + 1;
    known.set(number, scores);
    return scores;
  };
  return (terms) => {
    const sums = createSums(passages);
    for (const { number, weight } of terms) {
      const { text, headings } = recall(number);
      for (const { id, score } of text) sums.addToTerm(id, weight * score);
      for (const { id, score } of headings) sums.addToTerm(id, weight * HEADING_BOOST * score);
      sums.endTerm();
    }
    return sums.list();
  };
}

/** How much a term counts in each passage that has it, in the order of the passages, before anything is weighed. */
interface TermScores {
  readonly text: readonly ScoredPassage[];
  readonly headings: readonly ScoredPassage[];
}

function scoresIn(search: OpenedSearch, number: number, field: keyof TermScores): ScoredPassage[] {
  const found = search.search(searchKey(number), { fields: [field], boost: {} });
  return found.map(({ id, score }) => ({ id, score })).toSorted((a, b) => a.id - b.id);
}

/** MiniSearch adds up a term's fields first, then the terms; a passage's sum is multiplied by how many terms it has. */
function createSums(passages: number) {
  const [sums, own] = [new Float64Array(passages), new Float64Array(passages)];
  const matched = new Uint32Array(passages);
  const met: number[] = [];
  let term: number[] = [];
  return {
    addToTerm(id: number, score: number): void {
      if (!term.includes(id)) term.push(id);
      own[id] = (own[id] ?? 0) + score;
    },
    endTerm(): void {
      for (const id of term) {
        if (matched[id] === 0) met.push(id);
        matched[id] = (matched[id] ?? 0) + 1;
        sums[id] = (sums[id] ?? 0) + (own[id] ?? 0);
        own[id] = 0;
      }
      term = [];
    },
    list(): ScoredPassage[] {
      const found = met.map((id) => ({ id, score: (sums[id] ?? 0) * (matched[id] ?? 0) }));
      return found.toSorted((a, b) => b.score - a.score);
    },
  };
}
