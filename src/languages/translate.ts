import type { Dictionary, Translation } from "./dictionary.ts";
import { sameElsewhere, type SynonymTable } from "./synonym-table.ts";

export interface TranslatorParts {
  readonly dictionary: Dictionary;
  /** Words of the same root and of near meaning, where the language translated from has such a table. */
  readonly relatedFrom?: () => Dictionary;
  /** The same of the language translated into. */
  readonly relatedInto?: () => Dictionary;
  /** Synonyms in the language translated from and into. */
  readonly from: SynonymTable;
  readonly into: SynonymTable;
  /** The dictionary has the Mainland's words for most things. */
  readonly regional: SynonymTable;
  /** The article's own table, which speaks of what the text says instead of the ordinary word. */
  readonly article: SynonymTable | undefined;
  readonly isKnown: (text: string) => boolean;
}

/** What the best translation counts. */
const BEST = 0.85;
const ARTICLE_LOSS = 0.9;
const REGION_LOSS = 0.95;
const SYNONYM_LOSS = 0.6;
const RELATED_LOSS = 0.8;
/** Words that are related less than this lead nowhere by a second step, and only so many are tried. */
const LEAST_RELATED = 0.3;
const MOST_RELATED = 6;
const MOST = 8;
/** Of how many of the best translations synonyms are tried. */
const WITH_SYNONYMS = 3;
const LEAST = 0.1;

/**
 * Translates a word into the words that the index knows, best first.
 *
 * A translation that the text does not have may still lead to one: by the article's table (technology → 技术 → 手艺) or by a
 * synonym. Synonyms of the word itself and words of its root (settler → settle → 定居) are the last resort: of two steps away
 * from what was asked the second is often a wrong one.
 *
 * @param forms the word in the forms under which the dictionary may have it, the likeliest first.
 */
export function translate(forms: readonly string[], parts: TranslatorParts): Translation[] {
  const direct = translateDirectly(forms, parts);
  if (direct.length > 0) return direct;
  const synonyms = forms.flatMap((form) => parts.from.find(form)).map(({ text }) => text);
  const related = relatedTo(forms, parts.relatedFrom).flatMap(({ text, weight }) =>
    weaken(translateDirectly([text], parts), weight * RELATED_LOSS),
  );
  return rank([...weaken(translateDirectly(synonyms, parts), SYNONYM_LOSS), ...related]).slice(0, MOST);
}

function relatedTo(words: readonly string[], related: (() => Dictionary) | undefined): Translation[] {
  if (!related) return [];
  const dictionary = related();
  const found = words.flatMap((word) => dictionary.find(word)).filter(({ weight }) => weight >= LEAST_RELATED);
  return rank(found).slice(0, MOST_RELATED);
}

function translateDirectly(
  forms: readonly string[],
  { dictionary, into, relatedInto, regional, article, isKnown }: TranslatorParts,
): Translation[] {
  const found = rank(forms.flatMap((form, index) => weaken(dictionary.find(form), index === 0 ? 1 : 0.95)));
  const best = found[0]?.weight ?? 1;
  // The root brings the second sense of a common word near the first: the index's own words decide between them.
  const all = found.map(({ text, weight }) => ({ text, weight: BEST * Math.sqrt(weight / best) }));
  const elsewhere = all.flatMap(({ text, weight }) =>
    sameElsewhere(text, regional).map((other) => ({ text: other, weight: weight * REGION_LOSS })),
  );
  const known = rank([...all, ...elsewhere]).filter(({ text }) => isKnown(text));
  const roots = known.length > 0 ? known : all;
  const related = roots
    .slice(0, WITH_SYNONYMS)
    .flatMap((root) => [
      ...stepThrough(root, into, SYNONYM_LOSS),
      ...weaken(relatedTo([root.text], relatedInto), root.weight * RELATED_LOSS),
    ]);
  const ownWords = article ? all.slice(0, MOST).flatMap((root) => stepThrough(root, article, ARTICLE_LOSS)) : [];
  return rank([...known, ...[...related, ...ownWords].filter(({ text }) => isKnown(text))])
    .filter(({ weight }) => weight >= LEAST)
    .slice(0, MOST);
}

function stepThrough({ text, weight }: Translation, table: SynonymTable, loss: number): Translation[] {
  return table.find(text).map((synonym) => ({ text: synonym.text, weight: weight * loss }));
}

function weaken(translations: readonly Translation[], factor: number): Translation[] {
  return translations.map(({ text, weight }) => ({ text, weight: weight * factor }));
}

/** Each text once with its greatest weight, best first. */
function rank(translations: readonly Translation[]): Translation[] {
  const weights = new Map<string, number>();
  for (const { text, weight } of translations) weights.set(text, Math.max(weights.get(text) ?? 0, weight));
  return [...weights].map(([text, weight]) => ({ text, weight })).toSorted((a, b) => b.weight - a.weight);
}
