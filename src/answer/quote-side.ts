import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import type { Quote } from "./answer.ts";
import type { Side } from "./compare-sides.ts";
import { FOUND } from "./match-shares.ts";
import type { Question } from "./question.ts";
import { quoteFound } from "./quote-found.ts";
import { type FoundSentence, rankSentences } from "./rank-sentences.ts";

/** Of so many the best that is not the other side's is chosen. */
const MOST = 3;

interface Asked {
  readonly index: PassageIndex;
  readonly analyse: (text: string) => Question;
}

/** Quotes the best sentences about one side of a comparison: those that name it, or stand right behind or below its name. */
export function quoteSide(library: Library, { words, aspect }: Side, { index, analyse }: Asked): Quote[] {
  const question = analyse(`${words} ${aspect}`.trim());
  const about = rankSentences(library, index, question).filter((found) => isAbout(found, words.length));
  return quoteFound(library, question, about.slice(0, MOST));
}

/** Whether any word of the side, which stands before the aspect, is held. */
function isAbout({ sentence, ranking }: FoundSentence, length: number): boolean {
  const { at, previous, passage } = sentence;
  const title = passage.article.title.toLowerCase();
  return ranking.words.some(({ part, found, above }) => {
    if (part.at >= length) return false;
    const held = Math.max(found[at] ?? 0, above[at] ?? 0, found[previous] ?? 0);
    return held >= FOUND || title.includes(part.text);
  });
}
