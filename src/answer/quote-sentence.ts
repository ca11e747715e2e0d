import type { Span } from "../text/span.ts";
import type { Quote } from "./answer.ts";
import { quoteSpan } from "./quote-span.ts";
import type { RankedSentence } from "./rank-sentences.ts";

/** Cuts a ranked sentence from its article. */
export function quoteSentence({ passage, sentence, score }: RankedSentence, matches: readonly Span[]): Quote {
  const span = passage.sentences[sentence]?.span;
  const quote = span && quoteSpan(passage.article, span);
  if (!quote) throw new RangeError(`passage has no sentence ${sentence}`);
  return { ...quote, score, matches };
}
