import { languages } from "../languages/all.ts";
import type { AnswerKind, QuestionTrait } from "../languages/language.ts";
import type { Question } from "./question.ts";
import { type Candidate, type Column, none } from "./ranking-context.ts";

/** Whether a sentence tells what the question wants beside what its type says, and whether one of them denies. */
export function traitColumns(question: Question) {
  const { traits } = question;
  const told = (trait: QuestionTrait, kind: AnswerKind): Column =>
    traits.has(trait) ? ({ facts }) => (facts.kinds.has(kind) ? 1 : 0) : none;
  return {
    naming: told("name", "naming"),
    purpose: told("purpose", "purpose"),
    age: told("age", "age"),
    permission: told("permission", "permission"),
    denial: (candidate) => (denies(candidate) && !traits.has("denial") ? 1 : 0),
    denialToo: (candidate) => (denies(candidate) && traits.has("denial") ? 1 : 0),
    apposition: IS_ABOUT.has(question.type) ? ({ facts }) => (facts.kinds.has("apposition") ? 1 : 0) : none,
    defines: question.type === "definition" ? ({ facts }) => (definesAny(question, facts.text) ? 1 : 0) : none,
  } satisfies Record<string, Column>;
}

function denies({ facts }: Candidate): boolean {
  return facts.kinds.has("denial");
}

const IS_ABOUT: ReadonlySet<Question["type"]> = new Set(["who", "definition", "what"]);
/** So much behind a word is looked at. */
const BEHIND = 60;

/** Whether a sentence says of one of the question's words what it means. */
function definesAny({ words, folded }: Question, text: string): boolean {
  return words.some(({ at, length }) => {
    const word = folded.text.slice(at, at + length);
    const place = text.indexOf(word);
    if (place < 0) return false;
    const behind = text.slice(place + word.length, place + word.length + BEHIND);
    return languages.some(({ definesBefore }) => definesBefore.test(behind));
  });
}
