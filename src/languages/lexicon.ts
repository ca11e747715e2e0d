import type { Fold } from "../text/fold.ts";
import { UnitCollector, type Unit } from "./alternatives.ts";
import type { Dictionary } from "./dictionary.ts";
import { englishForms, type IrregularForms } from "./english-forms.ts";
import { createListener } from "./listener.ts";
import { isKnown } from "./known-text.ts";
import { lookByHanTypo } from "./look-by-han-typo.ts";
import { lookByLatinTypo, type LatinWords } from "./look-by-latin-typo.ts";
import { lookBySpelling } from "./look-by-spelling.ts";
import { lookByPinyin } from "./look-by-pinyin.ts";
import { translateChinese, translateEnglish } from "./look-in-dictionary.ts";
import { lookInTables, type WeightedTable } from "./look-in-tables.ts";
import { lookInWords } from "./look-in-words.ts";
import type { Pinyin } from "./pinyin.ts";
import { placeQuestion, type PlacedQuestion, type PlacedWord } from "./placed-question.ts";
import { createSynonymTable, type SynonymTable } from "./synonym-table.ts";
import type { SynonymRule } from "./synonyms.ts";
import { remember } from "./remember.ts";
import type { Sounds } from "./sounds.ts";
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

/** Makes a lexicon; it takes some 10 ms. */
export function createLexicon(parts: LexiconParts): Lexicon {
  const { fold, stem, tables } = parts;
  const chinese = createSynonymTable(tables.chinese, fold);
  const english = createSynonymTable(tables.english, fold);
  const names = createSynonymTable(tables.names, fold);
  const regional = createSynonymTable(tables.regional, fold);
  const general = weighAll(tables, { names, regional, chinese, english }, fold);
  const nameWords = once(() => new Set(names.keys()));
  const irregular = irregularForms(tables.englishForms);
  const articleTable = remember((rules: readonly SynonymRule[]) => createSynonymTable(rules, fold));
  const latinWords = remember((vocabulary: Vocabulary) => byFirstLetter(vocabulary.latinWords(), names.keys()));
  const listener = createListener(parts.sounds);
  const isEnglish = (word: string): boolean =>
    englishForms(word, irregular).some((form) => parts.englishToChinese().find(form).length > 0);
  const namesOf = (word: string): string[] => names.find(word).map(({ text }) => text);
  return {
    isName: (word) => nameWords().has(word),
    isWord: (word) => nameWords().has(word) || english.find(word).length > 0 || isEnglish(word),
    regional,
    look({ folded, words, vocabulary, articleRules }) {
      const question = placeQuestion(folded, words);
      const units = new UnitCollector();
      const knows = rememberAnswers((text) => isKnown(text, vocabulary, stem));
      const isWord = (text: string): boolean => knows(text) || english.find(text).length > 0 || isEnglish(text);
      const article = articleRules && articleTable(articleRules);
      const own = article ? [weigh(article, "article", "article")] : [];
      lookInTables(question, units, { tables: [...own, ...general], irregular, regional, isKnown: knows });
      if (vocabulary.languages.has("en") && LATIN.test(folded)) {
        lookInWords(question, units, { related: parts.relatedWords(), irregular, isKnown: knows });
      }
      lookBySpelling(question, units, knows);
      const shared = { regional, article, isKnown: knows };
      if (needsChinese(question, vocabulary, stem)) {
        const dictionary = parts.englishToChinese();
        const ways = { dictionary, from: english, into: chinese, relatedFrom: parts.relatedWords };
        translateEnglish(question, units, { irregular, parts: { ...ways, ...shared } });
        lookByPinyin(question, units, { pinyin: parts.pinyin(), vocabulary, isWord });
        listener.lookForHan(question, units, { vocabulary, isKnown: knows, isWord });
      }
      if (vocabulary.languages.has("en") && HAN.test(folded)) {
        const ways = { from: chinese, into: english, relatedInto: parts.relatedWords };
        translateChinese(question, units, { dictionary: parts.chineseToEnglish(), ...ways, ...shared });
        listener.lookForLatin(question, units, vocabulary);
      }
      lookByLatinTypo(question, units, { words: () => latinWords(vocabulary), isKnown: knows, isWord, namesOf });
      if (vocabulary.languages.has("zh")) lookByHanTypo(question, units, { vocabulary, pinyin: parts.pinyin });
      return units.list();
    },
  };
}

const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]{3}/;

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

/** An English word in a Chinese question that the text has as it is (`ai`, `gemini`) needs no translation. */
function needsChinese(
  { folded, tokens, isContent }: PlacedQuestion,
  vocabulary: Vocabulary,
  stem: (word: string) => string,
): boolean {
  if (!vocabulary.languages.has("zh")) return false;
  const isChinese = HAN.test(folded);
  return tokens.some((token) => {
    if (token.isHan || !/[a-z]{2}/.test(token.text) || !isContent(token)) return false;
    return !isChinese || !vocabulary.has(stem(token.text));
  });
}

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

function rememberAnswers(ask: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text) ?? ask(text);
    answers.set(text, known);
    return known;
  };
}

/** Works something out at its first use. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}
