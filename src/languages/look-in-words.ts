import type { UnitCollector } from "./alternatives.ts";
import type { Dictionary } from "./dictionary.ts";
import { englishForms, type IrregularForms } from "./english-forms.ts";
import type { PlacedQuestion } from "./placed-question.ts";
import { joinTokens, type Token } from "./question-tokens.ts";

export interface WordLookUp {
  /** English words with those of their root and those of near meaning. */
  readonly related: Dictionary;
  readonly irregular: IrregularForms;
  readonly isKnown: (text: string) => boolean;
}

const LONGEST_PHRASE = 3;
/** What a word counts that is related to another form of what was asked. */
const OTHER_FORM = 0.95;

/** Finds the related words of English words and phrases; only a phrase's last word is inflected. */
export function lookInWords(question: PlacedQuestion, units: UnitCollector, look: WordLookUp): void {
  for (const [from, first] of question.tokens.entries()) {
    if (first.isHan) continue;
    const longest = look.related.begins(first.text) ? LONGEST_PHRASE : 1;
    const phrase: Token[] = [];
    for (const token of question.tokens.slice(from, from + longest)) {
      if (token.isHan || (phrase.length > 0 && !token.joined)) break;
      phrase.push(token);
      if (phrase.some(question.isContent)) addRelated(phrase, units, look);
    }
  }
}

function addRelated(phrase: readonly Token[], units: UnitCollector, { related, irregular, isKnown }: WordLookUp): void {
  const [first, last] = [phrase[0], phrase.at(-1)];
  if (!first || !last) return;
  const before = joinTokens(phrase).slice(0, -last.text.length);
  const forms = englishForms(last.text, irregular).map((form) => before + form);
  for (const form of forms) {
    const share = form === forms[0] ? 1 : OTHER_FORM;
    for (const { text, weight } of related.find(form)) {
      if (forms.includes(text) || !isKnown(text)) continue;
      units.add({ start: first.start, end: last.end }, { text, weight: weight * share, source: "synonym" });
    }
  }
}
