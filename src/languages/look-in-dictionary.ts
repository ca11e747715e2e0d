import { rememberTexts } from "../text/remember-texts.ts";
import type { AlternativeSource, UnitCollector } from "./alternatives.ts";
import type { Translation } from "./dictionary.ts";
import { glossFillers } from "./dictionary-rows.ts";
import { englishForms, type IrregularForms } from "./english-forms.ts";
import { type Look, PHRASES } from "./look.ts";
import type { PlacedQuestion, PlacedWord } from "./placed-question.ts";
import type { Token } from "./question-tokens.ts";
import { sameElsewhere } from "./synonym-table.ts";
import { translate, type TranslatorParts } from "./translate.ts";

const LONGEST_PHRASE = 3;
/** Names and the article's own words say exactly what is meant; a dictionary would only add other senses. */
const EXACT: ReadonlySet<AlternativeSource> = new Set(["name", "article"]);

/**
 * Translates the English words of a question, the longest phrases first: with `cloud computing` found, `cloud` is not
 * looked for. Only a phrase's last word is inflected.
 */
export function createEnglishTranslation(irregular: IrregularForms, parts: TranslatorParts): Look {
  const translateOnce = rememberTexts((phrase) => translate(phraseForms(phrase, irregular), parts), PHRASES);
  return (question, units) => {
    for (const run of englishRuns(question)) {
      const open = run.filter(({ start, end }) => !units.covers(start, end, EXACT));
      for (let from = 0; from < open.length;) {
        let taken = 1;
        const longest = parts.dictionary.begins(open[from]?.text ?? "") ? LONGEST_PHRASE : 1;
        for (let length = Math.min(longest, open.length - from); length > 0; length -= 1) {
          const phrase = open.slice(from, from + length);
          if (!add(phrase, units, translateOnce(phrase.map(({ text }) => text).join(" ")))) continue;
          taken = length;
          break;
        }
        from += taken;
      }
    }
  };
}

/** Content words that nothing but filling words part, as glosses are cut: `freedom of speech` is `freedom speech`. */
function englishRuns(question: PlacedQuestion): Token[][] {
  const runs: Token[][] = [[]];
  for (const token of question.tokens) {
    const isFiller = glossFillers.has(token.text);
    const isWord = !token.isHan && !isFiller && !/^\p{N}+$/u.test(token.text) && question.isContent(token);
    if (!token.joined || (!isWord && !isFiller)) runs.push([]);
    if (isWord) runs.at(-1)?.push(token);
  }
  return runs.filter((run) => run.length > 0);
}

function phraseForms(phrase: string, irregular: IrregularForms): string[] {
  const last = phrase.lastIndexOf(" ") + 1;
  return englishForms(phrase.slice(last), irregular).map((form) => phrase.slice(0, last) + form);
}

/** Translates the Chinese words of a question, several that stand together first. */
export function createChineseTranslation(parts: TranslatorParts): Look {
  const translateOnce = rememberTexts(
    (text) => translate([text, ...sameElsewhere(text, parts.regional)], parts),
    PHRASES,
  );
  return (question, units) => {
    const words = question.words.filter(
      ({ start, end }) =>
        /^\p{Script=Han}{2,}$/u.test(question.folded.slice(start, end)) && !units.covers(start, end, EXACT),
    );
    for (let from = 0; from < words.length;) {
      let taken = 1;
      for (let length = Math.min(LONGEST_PHRASE, words.length - from); length > 0; length -= 1) {
        const phrase = words.slice(from, from + length);
        if (!standTogether(phrase)) continue;
        const text = question.folded.slice(phrase[0]?.start, phrase.at(-1)?.end);
        if (!add(phrase, units, translateOnce(text))) continue;
        taken = length;
        break;
      }
      from += taken;
    }
  };
}

function standTogether(words: readonly PlacedWord[]): boolean {
  return words.slice(1).every(({ start }, index) => words[index]?.end === start);
}

function add(
  phrase: readonly { readonly start: number; readonly end: number }[],
  units: UnitCollector,
  translations: readonly Translation[],
): boolean {
  const [start, end] = [phrase[0]?.start ?? 0, phrase.at(-1)?.end ?? 0];
  for (const { text, weight } of translations) units.add({ start, end }, { text, weight, source: "dictionary" });
  return translations.length > 0;
}
