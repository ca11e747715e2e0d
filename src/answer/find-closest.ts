import type { Article } from "../article/article.ts";
import { type VisibleText, visibleText } from "../article/visible-text.ts";
import type { Library } from "../search/library.ts";
import type { WeightedTerm } from "../search/passage-index.ts";
import { loadTogether } from "../text/not-loaded.ts";
import type { Span } from "../text/span.ts";
import type { Term } from "../text/terms.ts";
import type { WordingToken } from "../text/wording.ts";
import { wordingTokens } from "../text/wording.ts";
import { closestWindows } from "./closest-windows.ts";
import { type Comparison, compareTokens, type Difference } from "./compare-wording.ts";
import { quoteAround } from "./find-verbatim.ts";
import type { FoundText } from "./verification.ts";

export interface Closest {
  readonly place: FoundText;
  /** Its spans of the original are offsets into the article. */
  readonly comparison: Comparison;
}

export interface Wanted {
  readonly given: string;
  readonly tokens: readonly WordingToken[];
  readonly terms: readonly Term[];
}

const passagesTried = 8;
const windowsCompared = 2;

/** Compares a text with runs of sentences that share most with it, over the ends of paragraphs too. */
export function findClosest(
  library: Library,
  { given, tokens, terms }: Wanted,
  article: string | undefined,
): Closest | undefined {
  const { analyse, lexicon } = library;
  const hits = library.index(article).search(weigh(terms), passagesTried);
  const passages = loadTogether(hits.map((hit) => () => hit.passage));
  const windows = closestWindows(passages, { length: given.length, tokens, analyse }, windowsCompared);
  const compared = windows.flatMap((window) => {
    const visible = visibleText(window.article, window.span);
    const original = { text: visible.text, tokens: wordingTokens(visible.text, analyse) };
    const comparison = compareTokens(original, { text: given, tokens }, lexicon.regional);
    return comparison ? [inSource(window.article, visible, comparison)] : [];
  });
  return compared.toSorted((a, b) => b.comparison.agreement - a.comparison.agreement)[0];
}

/** A term counts once; a single character says little. */
export function weigh(terms: readonly Term[]): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { text, kind } of terms) weights.set(text, kind === "character" ? 0.2 : 1);
  return [...weights].map(([text, weight]) => ({ text, weight }));
}

function inSource(article: Article, visible: VisibleText, comparison: Comparison): Closest {
  const toSource = ({ start, end }: Span): Span => ({
    start: visible.toSource(start),
    end: visible.toSource(end - 1) + 1,
  });
  const differences = comparison.differences.map((difference): Difference =>
    difference.original ? { ...difference, original: toSource(difference.original) } : difference,
  );
  const covered = toSource(comparison.covered);
  return { place: quoteAround({ article, span: covered }), comparison: { ...comparison, differences, covered } };
}
