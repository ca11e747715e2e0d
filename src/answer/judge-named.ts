import type { Article } from "../article/article.ts";
import type { Library } from "../search/library.ts";
import { sourceSpan } from "../text/source-span.ts";
import type { Span } from "../text/span.ts";
import type { Declined, Unsure } from "./answer.ts";
import { chooseArticle } from "./choose-article.ts";
import type { Named } from "./find-section.ts";
import { isGeneric } from "./generic-words.ts";
import type { Question } from "./question.ts";
import { asksOnlyFor, findNamed, mentions, readProvision } from "./quote-named.ts";

/** A longer text names nothing. */
const LONGEST = 300;

/**
 * Judges a question that names a section or provision which does not exist, or says nothing of what is asked of it.
 *
 * Gives nothing for every other question: the ranker may answer those.
 */
export function judgeNamed(
  library: Library,
  question: Question,
  id: string | undefined,
): Omit<Declined, "added"> | Omit<Unsure, "added"> | undefined {
  const article = question.folded.text.length > LONGEST ? undefined : chooseArticle(library, question, id);
  if (!article) return undefined;
  const named = findNamed(library, question, article);
  const unborne = findUnborne(question, { article, named }).map((at) => asWritten(question, at));
  if (unborne.length > 0) return { kind: "declined", reason: "not-covered", missing: unborne, nearest: [] };
  const provision = readProvision(library, question, { article, named });
  if (!provision || provision.isAbout) return undefined;
  const { vocabulary } = library.index(article.id);
  const missing = question.words
    .filter((word) => !isGeneric(word) && !vocabulary.has(word.text))
    .filter(({ at }) => !provision.at.some(({ start, end }) => at >= start && at < end))
    .map(({ span }) => question.source.slice(span.start, span.end));
  return { kind: "unsure", quotes: provision.quotes, missing: [...new Set(missing)] };
}

/** Lists the numbers that a question names and nothing bears; none where the article speaks of them all the same. */
function findUnborne(
  question: Question,
  { article, named }: { readonly article: Article; readonly named: Named | undefined },
): readonly Span[] {
  if (named?.kind !== "absent") return [];
  if (!named.isCounted && !asksOnlyFor(question, named)) return [];
  return mentions(article, question, { named }) ? [] : named.at;
}

function asWritten({ source, folded }: Question, { start, end }: Span): string {
  const span = sourceSpan(folded, start, end);
  return source.slice(span.start, span.end);
}
