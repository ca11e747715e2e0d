import { rememberTexts } from "../text/remember-texts.ts";
import type { Alternative } from "./alternatives.ts";
import type { Dictionary } from "./dictionary.ts";
import { englishForms, type IrregularForms } from "./english-forms.ts";
import { type Look, PHRASES } from "./look.ts";
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
export function createWordLook(parts: WordLookUp): Look {
  const relatedTo = rememberTexts((own) => findRelated(own, parts), PHRASES);
  return (question, units) => {
    for (const [from, first] of question.tokens.entries()) {
      if (first.isHan) continue;
      const longest = parts.related.begins(first.text) ? LONGEST_PHRASE : 1;
      const phrase: Token[] = [];
      for (const token of question.tokens.slice(from, from + longest)) {
        if (token.isHan || (phrase.length > 0 && !token.joined)) break;
        phrase.push(token);
        if (!phrase.some(question.isContent)) continue;
        for (const other of relatedTo(joinTokens(phrase))) units.add({ start: first.start, end: token.end }, other);
      }
    }
  };
}

function findRelated(own: string, { related, irregular, isKnown }: WordLookUp): readonly Alternative[] {
  const last = own.slice(own.lastIndexOf(" ") + 1);
  const before = own.slice(0, own.length - last.length);
  const forms = englishForms(last, irregular).map((form) => before + form);
  return forms.flatMap((form) => {
    const share = form === forms[0] ? 1 : OTHER_FORM;
    return related
      .find(form)
      .filter(({ text }) => !forms.includes(text) && isKnown(text))
      .map(({ text, weight }) => ({ text, weight: weight * share, source: "synonym" }) as const);
  });
}
