import { findQuantities } from "../text/quantities.ts";
import type { Span } from "../text/span.ts";
import type { Analyse } from "../text/terms.ts";

/** A stretch of a folded question with what could stand there instead. */
interface Exchange extends Span {
  readonly others: readonly string[];
}

/** So much of an article is looked through for other names, in UTF-16 code units. */
const LOOKED_THROUGH = 6000;

/**
 * Makes a question that looks as if the article answered it, but does not: another of the article's names or years in
 * place of one that it asks about (as the unanswerable questions of SQuAD 2.0, Rajpurkar et al. 2018, were often made).
 *
 * @returns nothing for a question without a name or a year, or where the article has no other.
 */
export function misnameQuestion(
  question: string,
  article: string,
  { analyse, random }: { readonly analyse: Analyse; readonly random: () => number },
): string | undefined {
  const asked = analyse(question);
  const told = analyse(article, 0, Math.min(article.length, LOOKED_THROUGH));
  const { text } = asked.folded;
  const names = told.names();
  const exchanges = [
    ...asked.names().map((name): Exchange => {
      const start = text.indexOf(name.text);
      const others = names.filter((other) => other.kind === name.kind).map((other) => other.text);
      return { start, end: start + name.text.length, others };
    }),
    ...yearsOf(text).map((span): Exchange => {
      return { ...span, others: yearsOf(told.folded.text).map(({ start, end }) => told.folded.text.slice(start, end)) };
    }),
  ];
  const possible = exchanges
    .filter(({ start }) => start >= 0)
    .map((one) => ({ ...one, others: [...new Set(one.others)].filter((other) => !text.includes(other)) }))
    .filter(({ others }) => others.length > 0);
  const chosen = pick(possible, random);
  if (!chosen) return undefined;
  return text.slice(0, chosen.start) + (pick(chosen.others, random) ?? "") + text.slice(chosen.end);
}

function yearsOf(text: string): Span[] {
  return findQuantities(text).filter((quantity) => quantity.kind === "date" && quantity.year !== undefined);
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}
