import type { Fold } from "../text/fold.ts";
import { once } from "../text/once.ts";
import { rememberTexts } from "../text/remember-texts.ts";
import { UnitCollector, type Unit } from "./alternatives.ts";
import { type Dictionary, rememberEntries } from "./dictionary.ts";
import { englishForms, type IrregularForms } from "./english-forms.ts";
import { createListener } from "./listener.ts";
import { isKnown } from "./known-text.ts";
import type { LatinWords } from "./look-by-latin-typo.ts";
import { joinTables, type WeightedTable } from "./look-in-tables.ts";
import type { Pinyin } from "./pinyin.ts";
import { placeQuestion, type PlacedWord } from "./placed-question.ts";
import { remember, rememberLast } from "./remember.ts";
import type { Sounds } from "./sounds.ts";
import { createSynonymTable, type SynonymTable } from "./synonym-table.ts";
import type { SynonymRule } from "./synonyms.ts";
import { createTextLook, type LookParts } from "./text-look.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface LookUp {
  /** The question, folded. */
  readonly folded: string;
  /** Its words that carry content: only they get alternatives. */
  readonly words: readonly PlacedWord[];
  readonly vocabulary: Vocabulary;
  /** The table beside the article asked about; tables are prepared once for each array. */
  readonly articleRules?: readonly SynonymRule[] | undefined;
}

/** Knows other words for the words of a question. */
export interface Lexicon {
  /** Lists the alternatives that the index knows, in reading order; units may overlap and lie within one another. */
  look(question: LookUp): Unit[];
  /** Tells whether a folded Latin word, not stemmed, is one that any table or dictionary knows. */
  readonly isWord: (word: string) => boolean;
  /** Tells whether a folded word, not stemmed, stands in the table of names. */
  readonly isName: (word: string) => boolean;
  /** Words of Taiwan and Hong Kong with the Mainland's, and back. */
  readonly regional: SynonymTable;
  /** What a folded word or phrase, as `joinTokens` writes it, is called as well by tables that lead both ways, whatever a text has. */
  readonly synonyms: (phrase: string) => readonly string[];
}

export interface LexiconTables {
  readonly chinese: readonly SynonymRule[];
  readonly english: readonly SynonymRule[];
  /** Irregular forms and words of one root, the base form first. */
  readonly englishForms: readonly SynonymRule[];
  readonly names: readonly SynonymRule[];
  /** Words of Taiwan and Hong Kong with the Mainland's: mutual where only one region has the word. */
  readonly regional: readonly SynonymRule[];
  /** Countries and peoples with the words for what belongs to them. */
  readonly demonyms: readonly SynonymRule[];
  /** Technical terms and their abbreviations. */
  readonly technical: readonly SynonymRule[];
}

export interface LexiconParts {
  readonly fold: Fold;
  /** Reduces an English word as the index does. */
  readonly stem: (word: string) => string;
  readonly tables: LexiconTables;
  /** Called when a question first needs them: most never do. */
  readonly englishToChinese: () => Dictionary;
  readonly chineseToEnglish: () => Dictionary;
  /** English words with those of the same root and of near meaning. */
  readonly relatedWords: () => Dictionary;
  readonly pinyin: () => Pinyin;
  readonly sounds: () => Sounds;
}

/** What an alternative counts by its table: words that lead both ways first, then those that lead one way. */
const WEIGHTS = {
  article: [0.9, 0.9],
  name: [1, 1],
  region: [1, 0.95],
  forms: [0.9, 0.9],
  synonym: [0.7, 0.6],
} as const;

/** Of so many texts what was looked up is kept: those of four libraries that hold both languages. */
const MOST_TEXTS = 8;
/** So many words and phrases of a text, and so many words, are looked up once. */
const KNOWN = { most: 4000, longest: 48 };

/** Makes a lexicon; it takes some 10 ms. */
export function createLexicon(parts: LexiconParts): Lexicon {
  const { names, look } = prepare(parts);
  const { english, regional, irregular, stem, englishToChinese } = look;
  const nameWords = once(() => new Set(names.keys()));
  const articleTable = remember((rules: readonly SynonymRule[]) => createSynonymTable(rules, parts.fold));
  const isEnglish = rememberTexts(
    (word) => englishForms(word, irregular).some((form) => englishToChinese().find(form).length > 0),
    KNOWN,
  );
  const lookThrough = rememberLast((vocabulary: Vocabulary, rules: readonly SynonymRule[] | undefined) => {
    const isKnownOnce = rememberTexts((text) => isKnown(text, vocabulary, stem), KNOWN);
    const isWord = (text: string): boolean => isKnownOnce(text) || english.find(text).length > 0 || isEnglish(text);
    const article = rules && weigh(articleTable(rules), "article", "article");
    return createTextLook(look, { vocabulary, article, isKnown: isKnownOnce, isWord });
  }, MOST_TEXTS);
  return {
    isName: (word) => nameWords().has(word),
    isWord: (word) => nameWords().has(word) || english.find(word).length > 0 || isEnglish(word),
    regional,
    synonyms: rememberTexts((phrase) => listSynonyms(phrase, look), KNOWN),
    look({ folded, words, vocabulary, articleRules }) {
      const units = new UnitCollector();
      lookThrough(vocabulary, articleRules)(placeQuestion(folded, words), units);
      return units.list();
    },
  };
}

/** Prepares the tables; the dictionaries wait until they are needed. */
function prepare({ fold, tables, ...parts }: LexiconParts): {
  readonly names: SynonymTable;
  readonly look: LookParts;
} {
  const chinese = createSynonymTable(tables.chinese, fold);
  const english = createSynonymTable(tables.english, fold);
  const names = createSynonymTable(tables.names, fold);
  const regional = createSynonymTable(tables.regional, fold);
  const look: LookParts = {
    general: joinTables(weighAll(tables, { names, regional, chinese, english }, fold)),
    chinese,
    english,
    regional,
    irregular: irregularForms(tables.englishForms),
    stem: rememberTexts(parts.stem, KNOWN),
    englishToChinese: once(() => rememberEntries(parts.englishToChinese())),
    chineseToEnglish: once(() => rememberEntries(parts.chineseToEnglish())),
    relatedWords: once(() => rememberEntries(parts.relatedWords())),
    pinyin: parts.pinyin,
    listener: createListener(parts.sounds),
    namesOf: (word) => names.find(word).map(({ text }) => text),
    latinWords: remember((vocabulary: Vocabulary) => byFirstLetter(vocabulary.latinWords(), names.keys())),
  };
  return { names, look };
}

/** An irregular form leads to what its base form leads to. */
function listSynonyms(phrase: string, { general, irregular }: LookParts): readonly string[] {
  const last = /[^ ]+$/u.exec(phrase)?.[0] ?? "";
  const before = phrase.slice(0, phrase.length - last.length);
  const keys = /[a-z]/.test(last) ? englishForms(last, irregular).map((form) => before + form) : [phrase];
  const found = keys.flatMap((key) => general.tables.flatMap(({ table }) => table.find(key)));
  return [...new Set(found.filter(({ mutual }) => mutual).map(({ text }) => text))];
}

type Prepared = Readonly<Record<"names" | "regional" | "chinese" | "english", SynonymTable>>;

/** The tables in the order in which they are asked. */
function weighAll(tables: LexiconTables, { names, regional, chinese, english }: Prepared, fold: Fold): WeightedTable[] {
  return [
    weigh(names, "name", "name"),
    weigh(regional, "region", "region"),
    weigh(createSynonymTable(tables.demonyms, fold), "forms", "synonym"),
    weigh(createSynonymTable(tables.technical, fold), "name", "name"),
    weigh(createSynonymTable(tables.englishForms, fold), "forms", "synonym"),
    weigh(chinese, "synonym", "synonym"),
    weigh(english, "synonym", "synonym"),
  ];
}

function weigh(table: SynonymTable, weights: keyof typeof WEIGHTS, source: WeightedTable["source"]): WeightedTable {
  const [mutual, oneWay] = WEIGHTS[weights];
  return { table, source, mutual, oneWay, takesCharacters: CHARACTERS.has(source) };
}

const CHARACTERS: ReadonlySet<WeightedTable["source"]> = new Set(["name", "article", "region"]);

function irregularForms(rules: readonly SynonymRule[]): IrregularForms {
  const bases = new Map<string, string[]>();
  for (const { asked } of rules) {
    const [base = "", ...forms] = asked;
    for (const form of forms) bases.set(form, [...(bases.get(form) ?? []), base]);
  }
  return bases;
}

function byFirstLetter(...lists: readonly Iterable<string>[]): LatinWords {
  const words = new Map<string, string[]>();
  for (const word of lists.flatMap((list) => [...list])) {
    if (!/^[a-z]{4,}$/.test(word)) continue;
    const row = words.get(word.charAt(0));
    if (row) row.push(word);
    else words.set(word.charAt(0), [word]);
  }
  return words;
}
