import { once } from "../text/once.ts";
import type { Dictionary } from "./dictionary.ts";
import type { IrregularForms } from "./english-forms.ts";
import type { Listener } from "./listener.ts";
import type { Look } from "./look.ts";
import { createHanTypoLook } from "./look-by-han-typo.ts";
import { createLatinTypoLook, type LatinWords } from "./look-by-latin-typo.ts";
import { createPinyinLook } from "./look-by-pinyin.ts";
import { lookBySpelling } from "./look-by-spelling.ts";
import { createChineseTranslation, createEnglishTranslation } from "./look-in-dictionary.ts";
import { createTableLook, type JoinedTables, type WeightedTable } from "./look-in-tables.ts";
import { createWordLook } from "./look-in-words.ts";
import type { Pinyin } from "./pinyin.ts";
import type { PlacedQuestion } from "./placed-question.ts";
import type { SynonymTable } from "./synonym-table.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What every text is looked through with; the dictionaries are made when a question first needs them. */
export interface LookParts {
  readonly general: JoinedTables;
  readonly chinese: SynonymTable;
  readonly english: SynonymTable;
  readonly regional: SynonymTable;
  readonly irregular: IrregularForms;
  readonly englishToChinese: () => Dictionary;
  readonly chineseToEnglish: () => Dictionary;
  readonly relatedWords: () => Dictionary;
  readonly pinyin: () => Pinyin;
  readonly listener: Listener;
  readonly stem: (word: string) => string;
  readonly namesOf: (word: string) => readonly string[];
  /** Words of a text and of all names, for words that are written wrongly. */
  readonly latinWords: (vocabulary: Vocabulary) => LatinWords;
}

/** One text to look through. */
export interface LookedThrough {
  readonly vocabulary: Vocabulary;
  /** The table beside it, with what that counts. */
  readonly article: WeightedTable | undefined;
  /** Whether the text has a word or phrase. */
  readonly isKnown: (text: string) => boolean;
  /** Whether a word is right whatever the text has. */
  readonly isWord: (text: string) => boolean;
}

/** Joins all ways to find other words in one text; each is made when a question first needs it. */
export function createTextLook(parts: LookParts, text: LookedThrough): Look {
  const { vocabulary, article, isKnown, isWord } = text;
  const { irregular, regional, chinese, english } = parts;
  const isIn = { chinese: vocabulary.languages.has("zh"), english: vocabulary.languages.has("en") };
  const ways = { regional, article: article?.table, isKnown };
  const inTables = createTableLook({ general: parts.general, article, irregular, regional, isKnown });
  const inWords = once(() => createWordLook({ related: parts.relatedWords(), irregular, isKnown }));
  const toChinese = once(() => {
    const from = { dictionary: parts.englishToChinese(), from: english, relatedFrom: parts.relatedWords };
    return createEnglishTranslation(irregular, { ...from, into: chinese, ...ways });
  });
  const toEnglish = once(() => {
    const into = { dictionary: parts.chineseToEnglish(), into: english, relatedInto: parts.relatedWords };
    return createChineseTranslation({ ...into, from: chinese, ...ways });
  });
  const byPinyin = once(() => createPinyinLook({ pinyin: parts.pinyin(), vocabulary, isWord }));
  const bySound = once(() => parts.listener.lookForHan({ vocabulary, isKnown, isWord }));
  const byLatinSound = once(() => parts.listener.lookForLatin(vocabulary));
  const words = (): LatinWords => parts.latinWords(vocabulary);
  const byLatinTypo = createLatinTypoLook({ words, isKnown, isWord, namesOf: parts.namesOf });
  const byHanTypo = createHanTypoLook({ vocabulary, pinyin: parts.pinyin });
  return (question, units) => {
    inTables(question, units);
    if (isIn.english && LATIN.test(question.folded)) inWords()(question, units);
    lookBySpelling(question, units, isKnown);
    if (isIn.chinese && needsChinese(question, vocabulary, parts.stem)) {
      for (const look of [toChinese, byPinyin, bySound]) look()(question, units);
    }
    if (isIn.english && HAN.test(question.folded)) {
      for (const look of [toEnglish, byLatinSound]) look()(question, units);
    }
    byLatinTypo(question, units);
    if (isIn.chinese) byHanTypo(question, units);
  };
}

const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]{3}/;

/** An English word in a Chinese question that the text has as it is (`ai`, `gemini`) needs no translation. */
function needsChinese(
  { folded, tokens, isContent }: PlacedQuestion,
  vocabulary: Vocabulary,
  stem: (word: string) => string,
): boolean {
  const isChinese = HAN.test(folded);
  return tokens.some((token) => {
    if (token.isHan || !/[a-z]{2}/.test(token.text) || !isContent(token)) return false;
    return !isChinese || !vocabulary.has(stem(token.text));
  });
}
