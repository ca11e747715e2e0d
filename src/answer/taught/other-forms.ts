import type { Lexicon } from "../../languages/lexicon.ts";
import { rememberLast } from "../../languages/remember.ts";
import { rememberTexts } from "../../text/remember-texts.ts";
import type { Analyse } from "../../text/terms.ts";
import type { SenseUnit } from "./question-sense.ts";
import { swappedWords, wordsApart } from "./telling-words.ts";

const KNOWN = { most: 4000, longest: 60 };

/** Gives what a unit may be called as well, as units are written. */
export type OtherForms = (unit: SenseUnit) => ReadonlySet<string>;

/** Makes the function that lists other words for a unit; dictionaries keep it as long as they are there. */
export const otherForms = rememberLast((lexicon: Lexicon, analyse: Analyse): OtherForms => {
  const normal = rememberTexts((form) => normalise(form, analyse), KNOWN);
  const swapped = new Map<string, readonly string[]>();
  for (const group of swappedWords) {
    for (const word of group) swapped.set(normal(word), [...(swapped.get(normal(word)) ?? []), ...group]);
  }
  const apart = new Map<string, Set<string>>();
  for (const group of wordsApart) {
    for (const word of group)
      apart.set(normal(word), new Set([...(apart.get(normal(word)) ?? []), ...group.map(normal)]));
  }
  const listed = rememberTexts((written): ReadonlySet<string> => {
    const own = normal(written);
    const forms = [...lexicon.synonyms(written), ...(swapped.get(own) ?? [])].map(normal);
    return new Set(forms.filter((form) => form !== own && apart.get(own)?.has(form) !== true));
  }, KNOWN);
  return ({ written }) => listed(written);
}, 2);

/** As the units of a question are written: ideographs as they stand, other words by their stems. */
function normalise(form: string, analyse: Analyse): string {
  if (/^\p{Script=Han}+$/u.test(form)) return form;
  const stems = analyse(form).latinTerms.flatMap(({ kind, text }) => (kind === "word" ? [text] : []));
  return stems.length === 0 ? form : stems.join(" ");
}
