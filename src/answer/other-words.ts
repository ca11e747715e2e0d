import { languages } from "../languages/all.ts";
import type { AlternativeSource, Unit } from "../languages/alternatives.ts";
import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { withoutApostrophes } from "../text/latin-terms.ts";
import { isCapitalised } from "./is-proper.ts";
import type { Alternative } from "./ranking-context.ts";
import type { Question } from "./question.ts";
import type { QuestionPart } from "./question-parts.ts";

/** For each of the question's words, in their order, other ways to say it that the index knows. */
export function findOtherWords(library: Library, index: PassageIndex, question: Question): Alternative[][] {
  const words = question.words.map((word) => {
    const { text, at, length } = word;
    return { text, start: at, end: at + length, isCapitalised: isCapitalised(word, question) };
  });
  const units = library.lexicon.look({
    folded: question.folded.text,
    words,
    vocabulary: index.vocabulary,
    articleRules: index.rules,
  });
  const isNamed = (word: QuestionPart): boolean => /^[a-z]/.test(word.text) && isCapitalised(word, question);
  return question.words.map((word) =>
    units.flatMap((unit) =>
      isApart(word, unit) ? [] : alternativesFor(word, isNamed(word) ? withoutShort(unit) : unit),
    ),
  );
}

/** A name's one ideograph (法 for France) stands in any word: 算法. */
function withoutShort(unit: Unit): Unit {
  return { ...unit, alternatives: unit.alternatives.filter((other) => !isShort(other)) };
}

function isShort({ text, source }: Unit["alternatives"][number]): boolean {
  return source === "dictionary" && /^\p{Script=Han}$/u.test(text);
}

function isApart({ at, length }: QuestionPart, { start, end }: Unit): boolean {
  return end <= at || start >= at + length;
}

/** A phrase stands for each of its words; a part of a word stands for as much of it as it covers. */
function alternativesFor({ at, length }: QuestionPart, { start, end, alternatives }: Unit): Alternative[] {
  const share = (Math.min(end, at + length) - Math.max(start, at)) / length;
  return alternatives.map(({ text, weight, source }) => ({
    text: asTerm(text),
    weight: weight * share,
    isSame: SAME.has(source),
  }));
}

const SAME: ReadonlySet<AlternativeSource> = new Set(["region", "spelling"]);

/** Latin words stand in the index as their stems. */
function asTerm(text: string): string {
  if (/\p{Script=Han}/u.test(text)) return text;
  if (/^[a-z]+$/.test(text)) return stemWord(text);
  return text
    .split(/[\s-]+/u)
    .map(stemWord)
    .join(" ");
}

function stemWord(word: string): string {
  const plain = withoutApostrophes(word);
  return languages.reduce((stemmed, { stem }) => (stem ? stem(stemmed) : stemmed), plain);
}
