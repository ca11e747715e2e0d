import type { Fold } from "../text/fold.ts";
import { UnitCollector, type Unit } from "./alternatives.ts";
import type { Dictionary } from "./dictionary.ts";
import type { IrregularForms } from "./english-forms.ts";
import { isKnown } from "./known-text.ts";
import { translateChinese, translateEnglish } from "./look-in-dictionary.ts";
import { lookInTables, type WeightedTable } from "./look-in-tables.ts";
import { placeQuestion, type PlacedQuestion, type PlacedWord } from "./placed-question.ts";
import { createSynonymTable, type SynonymTable } from "./synonym-table.ts";
import type { SynonymRule } from "./synonyms.ts";
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
}

export interface LexiconTables {
  readonly chinese: readonly SynonymRule[];
  readonly english: readonly SynonymRule[];
  /** Irregular forms and words of one root, the base form first. */
  readonly englishForms: readonly SynonymRule[];
  readonly names: readonly SynonymRule[];
}

export interface LexiconParts {
  readonly fold: Fold;
  /** Reduces an English word as the index does. */
  readonly stem: (word: string) => string;
  readonly tables: LexiconTables;
  /** Called when a question first needs them: most never do. */
  readonly englishToChinese: () => Dictionary;
  readonly chineseToEnglish: () => Dictionary;
}

/** What an alternative counts by its table: words that lead both ways first, then those that lead one way. */
const WEIGHTS = { article: [0.9, 0.9], name: [1, 1], forms: [0.9, 0.9], synonym: [0.7, 0.6] } as const;

/** Makes a lexicon; it takes some 5 ms. */
export function createLexicon({ fold, stem, tables, englishToChinese, chineseToEnglish }: LexiconParts): Lexicon {
  const [chinese, english] = [createSynonymTable(tables.chinese, fold), createSynonymTable(tables.english, fold)];
  const general = [
    weigh(createSynonymTable(tables.names, fold), "name", "name"),
    weigh(createSynonymTable(tables.englishForms, fold), "forms", "synonym"),
    weigh(chinese, "synonym", "synonym"),
    weigh(english, "synonym", "synonym"),
  ];
  const irregular = irregularForms(tables.englishForms);
  const articleTable = cacheTables(fold);
  return {
    look({ folded, words, vocabulary, articleRules }) {
      const question = placeQuestion(folded, words);
      const units = new UnitCollector();
      const knows = rememberAnswers((text) => isKnown(text, vocabulary, stem));
      const article = articleRules && articleTable(articleRules);
      const own = article ? [weigh(article, "article", "article")] : [];
      lookInTables(question, units, { tables: [...own, ...general], irregular, isKnown: knows });
      if (needsChinese(question, vocabulary, stem)) {
        const parts = { dictionary: englishToChinese(), from: english, into: chinese, article, isKnown: knows };
        translateEnglish(question, units, { irregular, parts });
      }
      if (vocabulary.languages.has("en") && /\p{Script=Han}/u.test(folded)) {
        translateChinese(question, units, {
          dictionary: chineseToEnglish(),
          from: chinese,
          into: english,
          article,
          isKnown: knows,
        });
      }
      return units.list();
    },
  };
}

function weigh(table: SynonymTable, weights: keyof typeof WEIGHTS, source: WeightedTable["source"]): WeightedTable {
  const [mutual, oneWay] = WEIGHTS[weights];
  return { table, source, mutual, oneWay, takesCharacters: source === "name" || source === "article" };
}

/** An English word in a Chinese question that the text has as it is (`ai`, `gemini`) needs no translation. */
function needsChinese(
  { folded, tokens, isContent }: PlacedQuestion,
  vocabulary: Vocabulary,
  stem: (word: string) => string,
): boolean {
  if (!vocabulary.languages.has("zh")) return false;
  const isChinese = /\p{Script=Han}/u.test(folded);
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

function cacheTables(fold: Fold): (rules: readonly SynonymRule[]) => SynonymTable {
  const tables = new WeakMap<readonly SynonymRule[], SynonymTable>();
  return (rules) => {
    const table = tables.get(rules) ?? createSynonymTable(rules, fold);
    tables.set(rules, table);
    return table;
  };
}

function rememberAnswers(ask: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text) ?? ask(text);
    answers.set(text, known);
    return known;
  };
}
