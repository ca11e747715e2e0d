import type { Fold } from "../text/fold.ts";
import type { Translation } from "./dictionary.ts";

/** An entry of CC-CEDICT: a word with its definitions, the common ones first. */
export interface DictionaryEntry {
  readonly simplified: string;
  readonly english: readonly string[];
}

export interface DictionarySource {
  readonly entries: readonly DictionaryEntry[];
  /** How often a Chinese word occurs in running text. */
  readonly frequency: (word: string) => number;
  readonly fold: Fold;
}

export type DictionaryRows = ReadonlyMap<string, readonly Translation[]>;

/** A longer gloss explains a word rather than translating it. */
const LONGEST_GLOSS = 3;
const LONGEST_WORD = 8;
/** What is kept of one key, and how much worse than the best a translation may be. */
const MOST_TRANSLATIONS = 32;
const LEAST_SHARE = 0.15;
/** What the place among the definitions takes off: the first is what a word means first. */
const ORDER_LOSS = 0.15;
/** A single ideograph has many senses and stands in many words. */
const SINGLE_CHARACTER = 0.4;
/** "in company" says less of `company` than "company" does. */
const WITHOUT_PREPOSITION = 0.4;
/** How much the frequency counts between words of one meaning. */
const FREQUENCY_POWER = 0.1;

/** Turns the dictionary round: English words and phrases with the Chinese words whose whole gloss they are. */
export function englishToChinese(source: DictionarySource): DictionaryRows {
  const rows = new Map<string, Map<string, number>>();
  for (const { word, gloss, weight } of allGlosses(source)) {
    const row = rows.get(gloss) ?? new Map<string, number>();
    const prior = Math.min(1, ((source.frequency(word) + 1) / 1_000_000) ** FREQUENCY_POWER);
    row.set(word, Math.max(row.get(word) ?? 0, weight * prior * (word.length === 1 ? SINGLE_CHARACTER : 1)));
    rows.set(gloss, row);
  }
  return sortRows(rows);
}

/** Chinese words with their glosses as plain English words. */
export function chineseToEnglish(source: DictionarySource): DictionaryRows {
  const rows = new Map<string, Map<string, number>>();
  for (const { word, gloss, weight } of allGlosses(source)) {
    if (word.length === 1) continue;
    const row = rows.get(word) ?? new Map<string, number>();
    row.set(gloss, Math.max(row.get(gloss) ?? 0, weight));
    rows.set(word, row);
  }
  return sortRows(rows);
}

/** Writes rows as `createDictionary` reads them. */
export function writeRows(rows: DictionaryRows): string {
  const lines = [...rows].map(([key, translations]) => {
    const entries = translations.map(({ text, weight }) => `${text} ${Math.max(1, Math.round(weight * 100))}`);
    return { key, line: `${key}\t${entries.join("|")}\n` };
  });
  return lines
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line)
    .join("");
}

function sortRows(rows: ReadonlyMap<string, ReadonlyMap<string, number>>): DictionaryRows {
  return new Map(
    [...rows].map(([key, row]) => {
      const sorted = [...row].map(([text, weight]) => ({ text, weight })).toSorted((a, b) => b.weight - a.weight);
      const least = (sorted[0]?.weight ?? 0) * LEAST_SHARE;
      return [key, sorted.filter(({ weight }) => weight >= least).slice(0, MOST_TRANSLATIONS)];
    }),
  );
}

function* allGlosses({
  entries,
  fold,
}: DictionarySource): Generator<{ readonly word: string; readonly gloss: string; readonly weight: number }> {
  for (const { simplified, english } of entries) {
    const word = fold(simplified).text;
    if (word.length > LONGEST_WORD || !/^(?=[a-z0-9]*\p{Script=Han})[\p{Script=Han}a-z0-9]+$/u.test(word)) continue;
    const glosses = english.flatMap(glossesOf);
    const spread = Math.sqrt(Math.max(1, glosses.length / 4));
    for (const [order, gloss] of glosses.entries()) {
      if (gloss.text === "" || gloss.text.split(" ").length > LONGEST_GLOSS || gloss.text.length > 40) continue;
      yield { word, gloss: gloss.text, weight: gloss.share / (1 + ORDER_LOSS * order) / spread };
    }
  }
}

interface Gloss {
  /** Plain lower-case words. */
  readonly text: string;
  /** How much of the definition it gives, 0–1. */
  readonly share: number;
}

/** Definitions that give no meaning: classifiers, spelling variants, surnames, cross-references. */
const NO_MEANING =
  /^(?:CL:|\(?(?:old|erhua|archaic|Japanese|dialectal|popular|colloquial|nonstandard|ancient|simplified|used as)?[ a-z]*variant of|surname |see |also |same as |used in |Taiwan pr\.|Beijing pr|Kangxi radical|pr\. |radical in |component in |\(?bound form\)?$|(?:one of )?the \d+|onom\.)/i;
const LEADING = /^(?:(?:to|be|a|an|the|lit\.|fig\.|very|abbr\. for) )+/;
/** Words of a gloss that say how the word is used rather than what it means. */
export const glossFillers: ReadonlySet<string> = new Set(
  (
    "sth sb sb's sth's one one's oneself someone something somebody etc or and of the a an to in on for with by at " +
    "from as be is into up out it its esp his their"
  ).split(" "),
);

/** The short glosses of one definition, as lower-case words parted by one space: "to acquire; to buy (sth)". */
function glossesOf(definition: string): Gloss[] {
  if (NO_MEANING.test(definition)) return [];
  const plain = definition
    .replaceAll(/(?:[^\s[(]*[\u2e80-\u9fff][^\s[]*)?\[[^\]]*\]/g, " ")
    .replaceAll(/\([^()]*\)/g, " ");
  return plain.split(/[;/]/).flatMap(commaParts).map(glossWords);
}

/** "beginning, outset" lists synonyms; "a kind of bean, used in soup" does not: only short parts are a list. */
function commaParts(piece: string): string[] {
  const parts = piece.split(",");
  return parts.every((part) => part.trim().split(" ").length <= 3) ? parts : [piece];
}

function glossWords(gloss: string): Gloss {
  const plain = gloss.trim().toLowerCase().replace(LEADING, "");
  const words = (plain.match(/[a-z0-9]+(?:['.&][a-z0-9]+)*/g) ?? []).map((word) => word.replace(/'s$/, ""));
  const telling = words.filter((word) => !glossFillers.has(word));
  const isWhole = telling.length === 0 || telling[0] === words[0];
  return { text: (telling.length > 0 ? telling : words).join(" "), share: isWhole ? 1 : WITHOUT_PREPOSITION };
}
