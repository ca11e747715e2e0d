import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { type ResumedQuestion, resumeQuestion } from "./follow-up.ts";
import { findOtherWords } from "./other-words.ts";
import type { Question } from "./question.ts";

export interface Asked {
  readonly index: PassageIndex;
  readonly analyse: (text: string) => Question;
  readonly question: string;
  /** Earlier questions, oldest first. */
  readonly context: readonly string[];
}

/**
 * Takes over from earlier questions what a follow-up leaves out, unless it asks by itself and none of its own words stands
 * anywhere in any way known (`还有别的吗` asks for more all the same): then only what was taken over would be answered (`怎么做红烧肉?` behind a question on shares).
 */
export function resumeKnown(library: Library, { index, analyse, question, context }: Asked): ResumedQuestion {
  const own = analyse(question);
  const { isName } = library.lexicon;
  const resumed = resumeQuestion(own, context.map(analyse), { analyse, isName });
  if (resumed.added.length === 0 || resumed.asksForMore || !isUnknown(library, index, own)) return resumed;
  return { ...resumed, question: own, added: [] };
}

function isUnknown(library: Library, index: PassageIndex, question: Question): boolean {
  if (!question.asking || question.words.length === 0) return false;
  if (question.words.some(({ text }) => index.vocabulary.has(text))) return false;
  return findOtherWords(library, index, question).every((others) => others.length === 0);
}
