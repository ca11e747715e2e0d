import { isKnown } from "../languages/known-text.ts";
import { rewordRegional } from "../languages/reword-regional.ts";
import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { analyseQuestion, type Question } from "./question.ts";

/** Longer ones are texts, not questions, and must not take longer. */
const LONGEST_REWORDED = 1000;

/**
 * Makes the function that analyses questions to an index: a question that uses Taiwan's or Hong Kong's word where the
 * articles have only the Mainland's, or the other way round, is read as if it had theirs.
 */
export function analyseFor(library: Library, index: PassageIndex): (text: string) => Question {
  const { vocabulary, knownWords } = index;
  const { regional } = library.lexicon;
  const has = (word: string): boolean => isKnown(word, vocabulary, (latin) => latin);
  return (text) => {
    const question = analyseQuestion(text, library.analyse, knownWords);
    const { script, folded } = question;
    if (text.length > LONGEST_REWORDED) return question;
    const reworded = rewordRegional(folded, { regional, isKnown: has, takesShared: script === "Hant" });
    if (reworded === folded) return question;
    const inOtherWords = analyseQuestion(text, (source) => library.analyse(source).recut(reworded), knownWords);
    return script === undefined ? inOtherWords : { ...inOtherWords, script };
  };
}
