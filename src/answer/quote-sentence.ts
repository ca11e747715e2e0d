import { headingText } from "../article/article.ts";
import type { Span } from "../text/span.ts";
import { formatReference } from "../article/format-reference.ts";
import { landmarksOf } from "../article/landmarks.ts";
import { cutQuote } from "../article/shown-parts.ts";
import type { Quote } from "./answer.ts";
import { findCompanions } from "./find-companions.ts";
import type { RankedSentence } from "./rank-sentences.ts";

/** Cuts a ranked sentence from its article. */
export function quoteSentence({ passage, sentence, score }: RankedSentence, matches: readonly Span[]): Quote {
  const { article, sections, paragraph, sentences, firstSentence } = passage;
  const section = sections.at(-1);
  const span = sentences[sentence]?.span;
  if (!section || !span) throw new RangeError(`passage has no sentence ${sentence}`);
  const place = { paragraph: section.paragraphs.indexOf(paragraph) + 1, sentence: firstSentence + sentence + 1 };
  return {
    article: article.id,
    ...cutQuote(article, span),
    reference: formatReference({
      section: section.number,
      parts: [{ kind: "sentences", from: place, to: place }],
    }),
    landmarks: landmarksOf(article, span),
    section: headingText(article, section),
    score,
    matches,
    companions: findCompanions(article, span),
  };
}
