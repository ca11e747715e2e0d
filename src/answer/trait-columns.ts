import { languages } from "../languages/all.ts";
import type { AnswerKind, QuestionTrait } from "../languages/language.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import { tellsAny } from "./block-facts.ts";
import { fillColumn } from "./columns.ts";
import type { Question } from "./question.ts";
import type { Column } from "./ranking-context.ts";

/** Whether a sentence tells what the question wants beside what its type says, and whether one of them denies. */
export function traitColumns(block: SentenceBlock, question: Question, makeColumn: () => Float64Array) {
  const { traits } = question;
  const tells = (kind: AnswerKind, isAsked: boolean): Column =>
    isAsked ? tellsAny(block, [kind], makeColumn()) : undefined;
  const told = (trait: QuestionTrait, kind: AnswerKind): Column => tells(kind, traits.has(trait));
  return {
    naming: told("name", "naming"),
    purpose: told("purpose", "purpose"),
    age: told("age", "age"),
    permission: told("permission", "permission"),
    denial: tells("denial", !traits.has("denial")),
    denialToo: told("denial", "denial"),
    apposition: tells("apposition", IS_ABOUT.has(question.type)),
    defines:
      question.type === "definition"
        ? fillColumn(makeColumn(), (at) => (definesAny(question, block.sentences[at]?.facts.text ?? "") ? 1 : 0))
        : undefined,
  };
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
